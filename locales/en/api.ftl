docs-no-script = This page needs a script. The same description as a file:
wrong-unknown = This is not a name we know here.
wrong-number-once = Give one whole number.
wrong-text = Give text, in quotes.
wrong-whole-number = Give a whole number, without quotes.
wrong-member-or-unit = Give it to a member or to a home, not to both.
wrong-idempotency-key = Send one key of 1 to 200 printable characters.
wrong-idempotency-other = This key was sent with another request before. Use a new one.
