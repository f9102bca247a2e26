#!/usr/bin/perl
# Applies substitutions as imapsync does: pasted behind `=~` into a string eval under strict; and patterns, as it does with
# those of --include. Standard input: names in hexadecimal behind an x, one a line, an empty line, then one substitution or
# pattern a line, in hexadecimal behind an x or a p; behind a blank for each the index of a name to leave out. A pattern
# makes of a name that does not match an empty one. Standard output, for each: "error" and the message, or "ok" and the MD5 of the new names,
# each with a NUL behind it. With the argument --names the new names themselves stand there, in hexadecimal.
use strict;
use warnings;
use Digest::MD5 qw( md5_hex );

my $listed = grep { $_ eq '--names' } @ARGV;
local $SIG{__WARN__} = sub { };
my @names;
while ( my $line = <STDIN> ) {
    chomp $line;
    last if $line eq '';
    push @names, pack( 'H*', substr( $line, 1 ) );
}
while ( my $line = <STDIN> ) {
    chomp $line;
    my ( $hex, @skipped ) = split( / /, $line );
    my %skipped = map { ( $_ => 1 ) } @skipped;
    my $code = pack( 'H*', substr( $hex, 1 ) );
    my $apply;
    my $problem = $hex =~ /^p/ ? matching( $code, \$apply ) : compiled( $code, \$apply );
    if ( defined $problem ) { $problem =~ s/\s+/ /g; print "error $problem\n"; next }
    my @results = map { $apply->( $names[$_] ) } grep { not $skipped{$_} } 0 .. $#names;
    print 'ok ', $listed ? join( ' ', map { unpack( 'H*', $_ ) . '.' } @results ) : md5_hex( map { "$_\0" } @results ), "\n";
}

# The code of imapsync once, then the same code in a function, since it is read anew at each use otherwise.
sub compiled {
    my ( $code, $apply ) = @_;
    my $h2_fold = 'INBOX';
    my $ret = eval "\$h2_fold =~ $code ; 1 ";
    return "$@" if not defined $ret or $@;
    $$apply = eval "sub { my \$h2_fold = shift; \$_ = ''; \$h2_fold =~ $code ; 1 \n ; return \$h2_fold }";
    return defined $$apply ? undef : "in a function: $@";
}

sub matching {
    my ( $pattern, $apply ) = @_;
    eval { my $matches = 'INBOX' =~ /$pattern/; 1 } or return "$@";
    $$apply = sub { return $_[0] =~ /$pattern/ ? $_[0] : '' };
    return undef;
}
