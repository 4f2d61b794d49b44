docs-no-script = This page needs JavaScript. You can also download the same description as a file:
wrong-unknown = We do not know this name. Check the spelling.
wrong-number-once = Give only one whole number.
wrong-text = Give text, in quotes.
wrong-whole-number = Give a whole number, without quotes.
wrong-member-or-unit = Give it to a member or to a home, not both.
wrong-idempotency-key = Send one key of 1 to 200 printable characters.
wrong-idempotency-other = This key was already used for another request. Use a new one.
