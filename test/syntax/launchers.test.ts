import assert from 'node:assert/strict';
import { outline, read, words } from './notation.js';

describe('imapsync behind launchers', () => {
  const found: [string, string][] = [
    ['sudo -u root -E imapsync a', 'sudo -u root -E > imapsync > a'],
    ['sudo --user=root -- imapsync a', 'sudo --user=root -- > imapsync > a'],
    ['sudo X=1 -n imapsync a', 'sudo X=1 -n > imapsync > a'],
    ['sudo $OPTS imapsync a', 'sudo $OPTS > imapsync > a'],
    ['doas -u me imapsync a', 'doas -u me > imapsync > a'],
    ['env A=b -i imapsync a', 'env A=b -i > imapsync > a'],
    ['env -u X A="b c" imapsync a', 'env -u X A="b c" > imapsync > a'],
    ['exec imapsync a', 'exec > imapsync > a'],
    ['exec -a x imapsync a', 'exec -a x > imapsync > a'],
    ['command imapsync a', 'command > imapsync > a'],
    ['command -p -- imapsync a', 'command -p -- > imapsync > a'],
    ['time -p imapsync a', '> imapsync > a'],
    ['/usr/bin/time -f %e -o x imapsync a', '/usr/bin/time -f %e -o x > imapsync > a'],
    ['nice -n 10 imapsync a', 'nice -n 10 > imapsync > a'],
    ['nice -10 ionice -c3 imapsync a', 'nice -10 ionice -c3 > imapsync > a'],
    ['timeout -k 5 60 imapsync a', 'timeout -k 5 60 > imapsync > a'],
    ['timeout --signal KILL "$T" imapsync a', 'timeout --signal KILL "$T" > imapsync > a'],
    ['nohup imapsync a &', 'nohup > imapsync > a'],
    ['flock -n FILE imapsync a', 'flock -n FILE > imapsync > a'],
    ['flock --wait 5 /x/lock imapsync a', 'flock --wait 5 /x/lock > imapsync > a'],
    ['unbuffer -p imapsync a', 'unbuffer -p > imapsync > a'],
    ['perl imapsync a', 'perl > imapsync > a'],
    ['perl -w -I lib ./imapsync a', 'perl -w -I lib > ./imapsync > a'],
    ['screen -dm -S x imapsync a', 'screen -dm -S x > imapsync > a'],
    ['screen -dmS x sudo imapsync a', 'screen -dmS x sudo > imapsync > a'],
    ['tmux new-session -d -s x imapsync a', 'tmux new-session -d -s x > imapsync > a'],
    ['nix shell nixpkgs#imapsync -c imapsync a', 'nix shell nixpkgs#imapsync -c > imapsync > a'],
    ['nix run nixpkgs#imapsync -- --a', 'nix run nixpkgs#imapsync -- > - > --a'],
    ['docker run imapsync --a', 'docker run imapsync > - > --a'],
    [
      'docker run --rm -it -v a:b -e X=1 gilleslamiral/imapsync imapsync a',
      'docker run --rm -it -v a:b -e X=1 gilleslamiral/imapsync > imapsync > a',
    ],
    [
      'docker run --rm --network host gilleslamiral/imapsync:2.229 --a',
      'docker run --rm --network host gilleslamiral/imapsync:2.229 > - > --a',
    ],
    [
      'podman run registry.example:5000/x/imapsync@sha256:ab "$@"',
      'podman run registry.example:5000/x/imapsync@sha256:ab > - > "$@"',
    ],
    [
      'docker run --entrypoint /usr/bin/imapsync debian --a',
      'docker run --entrypoint /usr/bin/imapsync debian > - > --a',
    ],
    ['docker run --rm debian imapsync a', 'docker run --rm debian > imapsync > a'],
    ['docker run $OPTS "$IMAGE" imapsync a', 'docker run $OPTS "$IMAGE" > imapsync > a'],
    ['docker run $IMAGE imapsync a', 'docker run $IMAGE > imapsync > a'],
    ['docker exec -it -u 0 box timeout 60 imapsync a', 'docker exec -it -u 0 box timeout 60 > imapsync > a'],
    ['docker --context x container run imapsync --a', 'docker --context x container run imapsync > - > --a'],
    ['docker compose -f x.yml run --rm mail imapsync a', 'docker compose -f x.yml run --rm mail > imapsync > a'],
    ['docker-compose exec -T mail imapsync a', 'docker-compose exec -T mail > imapsync > a'],
    ['kubectl -n x exec -it pod -- imapsync a', 'kubectl -n x exec -it pod -- > imapsync > a'],
    [
      'kubectl run x --image=gilleslamiral/imapsync --restart=Never -- --a',
      'kubectl run x --image=gilleslamiral/imapsync --restart=Never -- > - > --a',
    ],
    ['$SUDO imapsync --a', '$SUDO > imapsync > --a'],
  ];
  for (const [text, expected] of found) it(text, () => assert.deepEqual(outline(text), [expected]));

  const none = [
    'command -v imapsync',
    'command -V imapsync --a',
    'sudo -e imapsync',
    'sudo apt install imapsync',
    'timeout imapsync',
    'flock -n imapsync',
    'perl -e imapsync',
    'perl -wc ./imapsync',
    '[ -x /usr/bin/imapsync ]',
    'cp imapsync /usr/bin/imapsync',
    'perl other.pl imapsync',
    'bash imapsync',
    'sudo which imapsync',
    'docker pull gilleslamiral/imapsync',
    'docker run gilleslamiral/imapsync',
    'docker run gilleslamiral/imapsync sh',
    'docker run -v imapsync:/x debian ls',
    'docker exec imapsync ls',
    'kubectl exec imapsync -- ls',
    'screen -S x -X stuff imapsync',
    'tmux send-keys imapsync',
    'tmux attach -t imapsync',
    '$PM install imapsync',
    '$ECHO imapsync is there',
    'xargs echo imapsync',
    'env -S "imapsync a"',
    'nix profile install nixpkgs#imapsync',
  ];
  for (const text of none) it(`${text} is none`, () => assert.deepEqual(outline(text), []));
});

describe('launchers that add words', () => {
  it('xargs appends words that only it knows', () => {
    assert.deepEqual(words('cat x | xargs -n1 -P4 imapsync --user1'), ['--user1', ' → <launcher …>']);
  });

  it('xargs -I replaces and appends nothing', () => {
    assert.deepEqual(words('xargs -I{} imapsync --user1 {} "a{}b" --x'), [
      '--user1',
      `{} → '<launcher>'`,
      `"a{}b" → 'a' + '<launcher>' + 'b'`,
      '--x',
    ]);
    assert.deepEqual(words('xargs --replace=% imapsync %@x'), [`%@x → '<launcher>' + @x`]);
  });

  it('parallel replaces up to its first :::, in words that a shell reads again', () => {
    assert.deepEqual(words('parallel -j 4 imapsync --user1 {1} --x={2.} \'"a b"\' ::: a b ::: c'), [
      '--user1',
      '{1} → <launcher …>',
      '--x={2.} → --x= + <launcher …>',
      `"a b" → 'a b'`,
    ]);
    assert.deepEqual(words('parallel imapsync --dry :::: list'), ['--dry', ' → <launcher …>']);
    assert.deepEqual(words('parallel --colsep ";" "imapsync --user1 {1} --user2 \'{2}\'" :::: list'), [
      '--user1',
      '{1} → <launcher …>',
      '--user2',
      `'{2}' → '<launcher>'`,
    ]);
  });
});

describe('scripts in quotes', () => {
  it('are read in place', () => {
    const text = `sudo bash -xc 'cd /x && imapsync --host1 a "$u"; imapsync b' _ x`;
    assert.deepEqual(outline(text), ['^ > imapsync > --host1 a "$u"', '^ > imapsync > b']);
    const { embedded } = read(text).invocations[0]!;
    assert.deepEqual(
      embedded!.words.map((word) => text.slice(word.range.start, word.range.end)),
      ['sudo', 'bash', '-xc', `'cd /x && imapsync --host1 a "$u"; imapsync b'`, '_', 'x'],
    );
  });

  it('are found behind every launcher that takes one', () => {
    for (const text of [
      "sh -c 'imapsync a'",
      "bash -o pipefail -ec 'imapsync a'",
      "eval 'imapsync a'",
      "flock -n x -c 'imapsync a'",
      "su - me -c 'imapsync a'",
      "runuser -l me -c 'imapsync a'",
      "tmux new -d -s x 'imapsync a'",
      "nix-shell -p imapsync --run 'imapsync a'",
      "docker exec box sh -c 'imapsync a'",
      "docker run gilleslamiral/imapsync bash -c 'imapsync a'",
      "screen -dmS x bash -c 'imapsync a'",
    ]) {
      assert.deepEqual(outline(text), ['^ > imapsync > a'], text);
    }
  });

  it('map escapes and joined words back to the file', () => {
    assert.deepEqual(words(`bash -c "imapsync --user1 \\"a b\\" --x 'c'"d`), [
      '--user1',
      `\\"a b\\" → 'a b'`,
      '--x',
      `'c'"d → 'c' + d`,
    ]);
    assert.deepEqual(words(`eval imapsync --a "'b c'" d\\ e`), ['--a', `'b c'`, 'd', 'e']);
    assert.deepEqual(words("bash -c $'imapsync\\t--a\\n'"), ['--a']);
  });

  it('take what the outer shell fills in for unknown', () => {
    assert.deepEqual(words(`bash -c "imapsync --user1 $u --password1 '$p' x$y"`), [
      '--user1',
      '$u → <variable u …>',
      '--password1',
      `'$p' → '<variable p>'`,
      'x$y → x + <variable y …>',
    ]);
    assert.deepEqual(outline('eval "$COMMAND"; bash -c "$@"'), []);
    assert.deepEqual(words('eval imapsync "$@"'), ['$@ → <variable @ …>']);
  });

  it('can hold scripts again, and backquotes', () => {
    assert.deepEqual(outline(`bash -c "sh -c 'imapsync a'"`), ['^ > imapsync > a']);
    assert.deepEqual(outline('x=`echo \\`imapsync "a b"\\``; y="`imapsync \\"c\\" \\$d`"'), [
      '^ > imapsync > "a b"',
      '^ > imapsync > \\"c\\" \\$d',
    ]);
  });

  it('are incomplete where they end in a quote', () => {
    assert.deepEqual(outline(`bash -c 'imapsync "a'; imapsync b`), ['~^ > imapsync > "a', '> imapsync > b']);
    assert.deepEqual(outline(`bash -c "imapsync 'a"; imapsync b`), ["~^ > imapsync > 'a", '> imapsync > b']);
  });
});
