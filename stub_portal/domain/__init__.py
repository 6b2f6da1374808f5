"""What the portal knows about appointments: no Flask, no SQL, no clock of its own."""
