members-title = People
member-number-taken = Another member has this number.
