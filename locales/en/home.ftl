home-title = Home
help-call = You can always talk to somebody: { $name }.
help-sign-in-title = Signing in
help-sign-in = Use your e-mail and password, or ask for a link by mail on the sign-in page. A link works once.
help-votes-title = Voting
help-votes = In an open vote you can change your mind until it closes. The result page shows how it was worked out.
help-privacy-title = Who sees what
help-privacy = Neighbours see your name, your home and your committees. They see your phone and e-mail only if you share them. Your scorecard is for you and the people who keep the register.
