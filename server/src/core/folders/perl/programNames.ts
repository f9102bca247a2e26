/** The variables, whatever their sigil, that code in a value of imapsync 2.229 can see beside those of Perl itself. */
export const programVariables: ReadonlySet<string> = new Set(
  `sync acc1 acc2 mysync h2_fold h2_fold_before regextrans2 ret h debugdev debugmaxlinelength debugcgi include exclude
folderrec folderfirst folderlast h1_folders_all h2_folders_all h2_folders_from_1_wanted h2_folders_from_1_all
requested_folder h1_folders_wanted_nb h1_folders_wanted_ct h2_folders_not_in_1 h1_subscribed_folder
h2_subscribed_folder h2_folders_from_1_several prefix1 prefix2 regexmess skipmess pipemess pipemesscheck
syncflagsaftercopy syncinternaldates idatefromheader minsize maxage minage search useheader skipsize allowsizemismatch
buffersize authmd5 authmd51 authmd52 subscribed subscribe subscribeall help nb_msg_skipped_dry_mode h2_nb_msg_noheader
h1_bytes_processed h1_nb_msg_end h1_bytes_end h2_nb_msg_end h2_bytes_end timestart_int uid1 uid2 split1 split2
modulesversion delete2folders delete2foldersonly delete2foldersbutnot debugcache cacheaftercopy wholeheaderifneeded
h1_msgs_copy_by_uid useuid h2_uidguess checkmessageexists messageidnodomain fixInboxINBOX maxlinelength
maxlinelengthcmd minmaxlinelength fixcolonbug create_folder_old disarmreadreceipts mixfolders fetch_hash_set cgidir
month_abrev loadavg options_good unittestssuite uid_candidate_for_deletion uid_candidate_no_deletion stdin stdout stderr`.split(
    /\s+/,
  ),
);

const calls = new Set(
  `abs accept alarm and bind binmode bless break caller chdir chmod chomp chop chown chr chroot close closedir cmp
connect continue cos crypt dbmclose dbmopen default defined delete die do dump each else elsif endgrent endhostent
endnetent endprotoent endpwent endservent eof eq eval evalbytes exec exists exit exp fc fcntl fileno flock for foreach
fork format formline ge getc getgrent getgrgid getgrnam gethostbyaddr gethostbyname gethostent getlogin getnetbyaddr
getnetbyname getnetent getpeername getpgrp getppid getpriority getprotobyname getprotobynumber getprotoent getpwent
getpwnam getpwuid getservbyname getservbyport getservent getsockname getsockopt given glob gmtime goto grep gt hex if
import index int ioctl isa join keys kill last lc lcfirst le length link listen local localtime lock log lstat lt m map
mkdir msgctl msgget msgrcv msgsnd my ne next no not oct open opendir or ord our pack package pipe pop pos print printf
prototype push q qq qr quotemeta qw qx rand read readdir readline readlink readpipe recv redo ref rename require reset
return reverse rewinddir rindex rmdir s say scalar seek seekdir select semctl semget semop send setgrent sethostent
setnetent setpgrp setpriority setprotoent setpwent setservent setsockopt shift shmctl shmget shmread shmwrite shutdown
sin sleep socket socketpair sort splice split sprintf sqrt srand stat state study sub substr symlink syscall sysopen
sysread sysseek system syswrite tell telldir tie tied time times tr truncate uc ucfirst umask undef unless unlink
unpack unshift untie until use utime values vec wait waitpid wantarray warn when while write x xor y
abort abortbyfile abortfile abortifneeded absolutelogfilepath add announcelogfile appendlimit automap backtick
buggyflagsregex cgibegin cgibuildheader cgienvcontext cgisetcontext checknoabletosearch checkselectable
createhashfileifneeded debugcontent debugmemory debugsleep diff easyany epoch errorclassify errorsanalyse errorsdump
eta filterbuggyflags firstline flagscase foldersize foldersizes foldersizesatend hashsync hashsynclocal homepage
imapsping isrunning justconnect killpid labels lastuid linelengthstuff loadavg localtimez logfile logfileprepa
logfilesuffix loglogfile match max min modulesversion myprint myprintf mysprintf notmatch nthline oauthaccesstoken
oauthdirect oauthgenerateaccess output permanentflags pipemess plainauth printenv quota regexflags regexmess resolv
resolvrev resynclabels sanitize secondline setcheckselectable setlogdir setlogfile setvalfromcgikey
setvalfromcheckbox setvalfromhash setvalfromlist simulong skipmess sslcheck subject synclabels tail tcpping teefinish
teelaunch template tests testsdebug testsunit testunitsession timenext timesince tototo touch truncmess ucsecond uniq
unittestssuite usage xmasterauth
basename carp cluck confess copy croak cwd decode dircopy dirname encode fail fastcwd fcopy fileparse getcwd hostname
inflate is isnt like mkpath move note ok pass plan quotewords rmtree shellwords skip todo uname unlike usleep`.split(
    /\s+/,
  ),
);

/** Whether a lower-case word alone, as code in imapsync, may call something; any other one ends the run under `strict`. */
export function mayBeCall(word: string): boolean {
  return !/^[a-z]+$/.test(word) || calls.has(word);
}
