/**
 * Values of --regextrans2 from imapsync's FAQ (Folders_Mapping, Gmail, Domino, Archiving), its own presets and tests,
 * and from public scripts and issue threads, as imapsync gets them once a shell has taken its quotes away.
 */
export const realSubstitutions: readonly string[] = String.raw`
s,\[Gmail\].,,
s,\[Google Mail\].,,
s,\[Gmail\]/,,g
s,^ +| +$,,g
s,/ +| +/,/,g
s/['\\^"]/_/g
s/['"\\]/_/g
s/['\\]/_/g
s,^Inbox\\(.*),$1,i
s,^Inbox\(.*),$1,i
s,(/|^) +,$1,g
s, +(/|$),$1,g
s,(\.|^) +,$1,g
s,\",_,g
s,\^",_,g
s,\.,_,g
s/\./_/g
s,/,_,
s,/,X,g
s,:,-,g
s/:/_/g
s/\\/_/g
s/\[/_/g
s/\]/_/g
s/\*/_/g
s/\?/_/g
s#/+$##
s,\*,_,g
s,\*,,g
s#\\|\*#_#g
s,\",',g
s,\s+(?=/|$),,g
s,^(Briefcase|Calendar|Contacts|Emailed Contacts|Notebook|Tasks)(?=/|$), $1 Folder,ig
s/[^a-zA-Z0-9 ._-]/_/g
s/[ ]+/_/g
s, ,_,g
s, ,,
s/[\^]/_/g
s,&AC8-,-,g
s,^&AC8-,-,g
s,&APg-,oe,g
s,El&AOk-ments,&AMk-l&AOk-ments,
s,(.*),SUB/$1,
s,(.*),FOO/$1,
s,(.*),SMS,
s,.*,WHOLE,
s,.*,INBOX.z_merge,
s/.*/INBOX/
s/.*/INBOX.ALLIN/
s/.*/Trash/
s{.*}{Archive/2024/02}
s{.*}{INBOX.Archive.2024.02}
s{(.*)}{Archive_$1_2018}
s#(.*)#NEW/$1#
s#(.*)#MIGRATED/$1#
s#(.*)#domain-folder.$1#
s/^(.*)$/Old.$1/
s,§{h2_prefix}(.*),§{h2_prefix}FOO§{h2_sep}$1,
s,^INBOX$,§{h2_prefix}FOO§{h2_sep}INBOX,
s,^INBOX(.*),INBOX.FOO$1,
s/^INBOX(.*)/INBOX.FOO$1/
s/^INBOX\.(.+)/$1/
s,INBOX\.,,
s/INBOX.INBOX./INBOX./
s/INBOX/2008\.INBOX/g
s/INBOX/Inbox/
s/INBOX/tata/
s/INBOX\.Archive/All Mail/
s,^INBOX$,iNbOx,
s,^INBOX$,noexit,
s{^INBOX$}{Inbox_Migrated}
s/^INBOX$/INBOX/
s,^INBOX.oneemail$,INBOX.NEW_3.oneemail,
s,^INBOX.oneemail2$,INBOX.NEW_3.oneemail2,
s,^INBOX.2024,Archive.2024,
s,INBOX\\yop\\(.*),OLDBOX\\$1,
s/^mail/INBOX/
s,^mail/,INBOX/,
s,^mail/Sent Items$,Sent,
s,(.*),\L$1,
s,(.*),\U$1,
s,([^.]+),\L$1\E,g
s,([^.]+),\U$1\E,g
s,([^.]+),\u\L$1\E,g
s,([^/]+),\L$1\E,g
s,([^/]+),\U$1\E,g
s,([^/]+),\u\L$1\E,g
s,(.*)\.(.+)$,$1.\u\L$2\E,
s,$,\@easterngraphics.com,
s{Sent|Sent Messages|Gesendet}{Sent}
s{^Sent$|^Sent Messages$|^Gesendet$}{Sent}
s{^Subfolder/Sent$|^Subfolder/Sent Messages$|^Subfolder/Gesendet$}{Subfolder/Sent}
s{Sent}{[Gmail]/Messages envoy&AOk-s}
s{Sent}{Gmail/Messages envoyes}
s{Sent$}{[Gmail]/Sent Mail}
s{Sent Items$}{[Gmail]/Sent Mail}
s{Sent Messages$}{[Gmail]/Sent Mail}
s{Drafts$}{[Gmail]/Drafts}
s,^Messages envoy&AOk-s$,[Gmail]/Messages envoy&AOk-s,
s,^Sent$,[Gmail]/Sent Mail,
s,^Sent Messages$,[Gmail]/Sent Mail,
s,^Drafts$,[Gmail]/Drafts,
s,^spam$,[Gmail]/Spam,
s#^INBOX/Sent$#^Sent#
s#^Sent$#Sent Items#
s#^Spam$#Junk E-Mail#
s#^Trash$#Deleted Items#
s#^Junk$#Junk Email#
s/Sent/[Gmail]\/Sent\ Mail/
s/Drafts/[Gmail]\/Drafts/
s/Sent Mail/Sent/
s/^Sent$/Sent/
s/^Sent/Sent Items/
s/^\[Gmail\]\/Sent Mail$/Sent Items/
s/^\[Gmail\]\/Sent Mail/Sent Items/
s/^Gesendete Elemente$/Sent Items/
s/Sent$/Sent Mail/
s/Deleted Messages$/Trash/
s/INBOX\.Drafts$/Drafts/
s/Inbox\/Sent/Sent Mail/
s/Inbox\/Spam/Spam/
s/Drafts/Inbox.Drafts/
s/Sent Items/Inbox.Sent/
s/Trash/Inbox.Trash/
s/Spam/Inbox.Spam/
s/^trash$/Trash/
s/&BB4EQgQ,BEAEMAQyBDsENQQ9BD0ESwQ1-/Sent/
s/&BBoEPgRABDcEOAQ9BDA-/Trash/
s/&BCcENQRABD0EPgQyBDgEOgQ4-/Drafts/
s/Brouillons/Drafts/
s/\&AMk-l\&AOk-ments envoy\&AOk-s/Sent/
s/\&AMk-l\&AOk-ments supprim\&AOk-s/Trash/
s/Gel&APY-schte Objekte/Trash/
s/(Gel&APY-schte Objekte)/Trash/
s/Gelöschte Objekte/Trash/
s/^Gelöschte Objekte$/Trash/
s/$Gelöschte/Trash/
s/Gel
s/INBOX\.Gesendete\ Elemente/INBOX\.Sent/
s,E-mails enviados,Sent,
s,Lixeira,Trash,
s,Rascunhos,Drafts,
s,^Itens Enviados,Sent,g
s,Deleted,Trash,
s,Deleted Items,Trash,
s,Junk E-Mail,Junk,
s,Sent Items,Sent,
s,Junk.2013,Junk,
s/CEG/Contracts.CEG/
s/ABC/Contracts.CEG.ABC/
s/yop/new.nested.yop/
s/old_folder/new_folder/
s/\./\//g
s/\\/./g
s/\//./g
tr,*%.#,_,
tr/a//d
tr/a/_/
s/(\w+)/reverse($1)."!"/e
s/\//$mysync->{h2_sep}X/
s/Sent/Out/; s/Out/Z/
s/x/a@b/
s/x/$foo/
s/[Gmail]//
s/^x(\d)/§{1}0/
s/^Y(?<y>\d+)$/Year $+{y}/
s{^(?!INBOX)}{Old/}
s{^Archive/(\d{4})(.*)$}{Old/$1-arch$2}
s/^(a)\1/Z/
s'Sent'$1'
tr/'//d
tr/a-c/A-C/r
y/lm/LM/
s/My Folder/X/x
s/My\ Folder/X/x
/Sent/
"Sent"
lamp
`
  .replaceAll('§', '$')
  .trim()
  .split('\n');
