# Put into the text of imapsync at the place where all settings are made and nothing is connected yet: writes them as
# JSON into the file that the environment variable SETTINGS_FILE names, and ends the program.
{
    require JSON::PP;
    my %settings = map { $_ => $sync->{$_} } qw(
      abletosearch abletosearch1 abletosearch2 abort addheader automap checkfoldersexist checknoabletosearch debug
      debugimap delete1 delete2 delete2duplicates dry errorsdump errorsmax expunge1 expunge2 expungeaftereach f1f2
      filterflags fixslash2 flagscase folder foldersizes foldersizesatend host1 host2 id justfolders maxbytesafter
      maxbytespersecond maxmessagespersecond maxsleep port1 port2 regextrans2 resynclabels resyncflags sep1 sep2
      skipcrossduplicates ssl1 ssl2 sslcheck syncduplicates synclabels timeout tls1 tls2 trylogin uidexpunge2 usecache
      user1 user2
    );
    for my $side ( 1, 2 ) {
        my $account = $sync->{"acc$side"};
        $settings{ $_ . $side } = $account->{$_} for qw( authmech authuser compress debugimap fastio keepalive reconnectretry timeout );
    }
    %settings = (
        %settings,
        allowsizemismatch => $allowsizemismatch,
        authmd51          => $authmd51,
        authmd52          => $authmd52,
        cacheaftercopy    => $cacheaftercopy,
        checkmessageexists => $checkmessageexists,
        delete2folders    => $delete2folders,
        disarmreadreceipts => $disarmreadreceipts,
        exclude           => \@exclude,
        fixcolonbug       => $fixcolonbug,
        fixInboxINBOX     => $fixInboxINBOX,
        folderlast        => \@folderlast,
        messageidnodomain => $messageidnodomain,
        mixfolders        => $mixfolders,
        modulesversion    => $modulesversion,
        prefix1           => $prefix1,
        prefix2           => $prefix2,
        skipsize          => $skipsize,
        split1            => $split1,
        split2            => $split2,
        subscribe         => $subscribe,
        syncinternaldates => $syncinternaldates,
        uid1              => $uid1,
        uid2              => $uid2,
        useheader         => \@useheader,
        useuid            => $useuid,
        wholeheaderifneeded => $wholeheaderifneeded,
    );
    open my $file, '>', $ENV{SETTINGS_FILE} or die;
    print {$file} JSON::PP->new->allow_blessed->encode( \%settings );
    close $file or die;
    require POSIX;
    POSIX::_exit(0);
}
