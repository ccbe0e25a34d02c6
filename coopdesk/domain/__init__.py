"""Rules on frozen records; no input or output, no Qt, no SQL, no clock."""
