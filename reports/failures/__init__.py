"""What a failed step leaves: why it failed, told in Spanish, and one page that shows it all."""
