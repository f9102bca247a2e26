#!/usr/bin/perl
# Asks Getopt::Long what argument lists mean. Standard input: option specifications, one a line, an empty line, then one
# argument list a line: hexadecimal arguments, each behind a blank. Standard output, for each list, one line of four
# fields parted by tabs: 1 or 0 (accepted), occurrences, words left over, warnings; each a list like the arguments.
# With the argument pass_through that configuration counts. An occurrence is NAME=VALUE; the value is 1 or 0 for a switch and KEY=VALUE for a hash.
use strict;
use warnings;
use Getopt::Long ();

# The specifications are the same for every list, and reading them takes most of the time: each is read once. What is read
# does not change as long as every option has code as its destination.
{
    my %known;
    my $read = \&Getopt::Long::ParseOptionSpec;
    no warnings 'redefine';
    *Getopt::Long::ParseOptionSpec = sub ($$) {
        my ( $spec, $control ) = @_;
        $known{$spec} //= do { my %own; my @answer = $read->( $spec, \%own ); { own => \%own, answer => \@answer } };
        my $own = $known{$spec}{own};
        @{$control}{ keys %$own } = values %$own;
        return @{ $known{$spec}{answer} };
    };
}

sub packed { return join( '', map { ' ' . unpack( 'H*', $_ ) } @_ ) }

my @specs;
while ( my $line = <STDIN> ) {
    chomp $line;
    last if $line eq '';
    push @specs, $line;
}

Getopt::Long::Configure('pass_through') if @ARGV and $ARGV[0] eq 'pass_through';

$| = 1;
while ( my $line = <STDIN> ) {
    chomp $line;
    my @arguments = map { pack( 'H*', $_ ) } ( split( / /, $line, -1 ) );
    shift @arguments;
    my ( @seen, @warnings );
    local $SIG{__WARN__} = sub { push @warnings, $_[0] };
    my $record = sub { push @seen, shift() . '=' . join( '=', @_ ) };
    my $joined = join( "\x00", @arguments );
    my @rest   = @arguments;
    my $good   = Getopt::Long::GetOptionsFromArray( \@rest, map { ( $_ => $record ) } @specs );
    my $accepted = ( $good and not( @rest and $rest[0] ) and $joined !~ m/-delete\x002/x ) ? 1 : 0;
    print join( "\t", $accepted, packed(@seen), packed(@rest), packed(@warnings) ), "\n";
}
