"""What is known against packages: advisories read in the OSV format, kept on this machine, and matched."""
