minutes-title = Procès-verbal
minutes-open = Procès-verbal
minutes-status-draft = Ébauche
minutes-status-all = Publié le { $day }
minutes-status-sitters = Publié le { $day }, pour les personnes qui y siègent
minutes-status-approved = Adopté, { $meeting }, le { $day }
minutes-draft-title = Rédiger le procès-verbal
minutes-draft-open = Rédiger le procès-verbal
minutes-draft-lede = Le moment, les présences, le quorum et l’ordre du jour sont déjà remplis. Écrivez ce qui a été dit et décidé, point par point : deux personnes peuvent écrire en même temps, chacune à un autre point.
minutes-whole = La réunion dans son ensemble
minutes-preview-title = Le procès-verbal en entier
minutes-preview-open = Le lire en entier et le publier
minutes-preview-again = Le lire en entier et publier une correction
minutes-part-none = Rien n’est encore écrit.
minutes-part-by = Écrit par { $name }, { $when }
minutes-part-write = Écrire
minutes-written = C’est enregistré.
minutes-save-next = Enregistrer et passer au point suivant
minutes-assign = Faire une tâche de ce qui est convenu
minutes-assign-act = Ajouter la tâche
minutes-assigned = C’est maintenant une tâche : { $name }.
minutes-nobody = Personne pour le moment
minutes-action-done = Faite
minutes-publish-act = Publier le procès-verbal
minutes-published = Le procès-verbal est publié.
minutes-differs = On a écrit quelque chose depuis la publication. Les gens lisent le texte publié jusqu’à ce que vous publiiez la correction.
minutes-correct-act = Publier la correction
minutes-corrected = La correction est publiée.
minutes-approve-act = Il a été adopté
minutes-approved = La réunion qui l’a adopté est notée.
minutes-in-camera = À huis clos
minutes-in-camera-seen = Seules les personnes qui y siègent voient cette partie.
minutes-versions-open = Ce qui a été corrigé
minutes-versions-title = Ce qui a été corrigé
minutes-versions-none = Rien n’est encore publié.
minutes-version = Publié { $when } par { $name }.
minutes-version-number = Version { $number }
minutes-sign = Présidence : ____________________ Secrétariat : ____________________
minutes-held = **{ $day }**, { $place }
minutes-chair = Présidence : { $name }
minutes-secretary = Secrétariat : { $name }
minutes-opened = Ouverture à { $time }
minutes-ended = Levée à { $time }
minutes-noticed = Avis donné le { $day }, { $days ->
        [one] un jour
       *[other] { $days } jours
    } avant : { $mails } par courriel, { $letters } sur papier
minutes-noticed-anyway = Ce n’était pas dans les délais des règles. Raison donnée : { $why }
minutes-attendance = Présences
minutes-in-person = Sur place ({ $count }) : { $names }
minutes-online = À distance ({ $count }) : { $names }
minutes-guests = Aussi là : { $names }
minutes-regrets = Absences excusées ({ $count }) : { $names }
minutes-from = à partir de { $from }
minutes-until = jusqu’à { $to }
minutes-from-to = { $from } à { $to }
minutes-quorum = Quorum
minutes-no-quorum = Le quorum n’a jamais été atteint.
minutes-moment-reached = { $time } : quorum atteint, { $there } sur { $needed } requis{ $homesneeded ->
        [0] { "" }
       *[other] {", de"} { $homes } logements sur { $homesneeded } requis
    }
minutes-moment-lost = { $time } : quorum perdu, { $there } sur { $needed } requis{ $homesneeded ->
        [0] { "" }
       *[other] {", de"} { $homes } logements sur { $homesneeded } requis
    }
minutes-moment-called-to-order = { $time } : ouverture, présences qui comptent : { $there }
minutes-moment-adjourned = { $time } : levée, présences qui comptent : { $there }
minutes-item-in-camera = { $number }. À huis clos
minutes-action = Tâche : { $title }
minutes-action-by = Tâche : { $title }, d’ici le { $day }
minutes-action-of = Tâche : { $title }, { $name }
minutes-action-of-by = Tâche : { $title }, { $name }, d’ici le { $day }
field-minutes-text-en = En anglais
hint-minutes-text-en = Une langue suffit : on la lit aussi dans l’autre.
field-minutes-text-fr = En français
field-action-title = Ce qu’il y a à faire
field-action-member = Qui s’en charge
field-action-due = Pour quand
field-minutes-why = Ce qui est corrigé, et pourquoi
field-for-all = Publier pour tous les membres
hint-for-all = Sinon, seules les personnes qui y siègent le lisent.
field-approved-at = La réunion qui l’a adopté
conflict-minutes-early = La réunion n’a pas commencé.
conflict-minutes-same = Rien n’a été écrit depuis la publication.
conflict-minutes-draft = Il n’est pas encore publié.
conflict-minutes-approved = La réunion qui l’a adopté est déjà notée.
conflict-item-written = Le procès-verbal parle de ce point : il reste à l’ordre du jour.
attention-minutes-missing =
    { $count ->
        [one] Une réunion n’a pas encore de procès-verbal.
       *[other] { $count } réunions n’ont pas encore de procès-verbal.
    }
attention-minutes-missing-act = Voir les réunions
search-minutes = Procès-verbaux
fact-version = Version
fact-for-all = Pour tous les membres
fact-meeting = Réunion
event-minutes-written = a écrit dans un procès-verbal
event-minutes-action = a fait une tâche dans un procès-verbal
event-minutes-published = a publié un procès-verbal
event-minutes-approved = a noté l’adoption d’un procès-verbal
minutes-decisions = Décisions
minutes-decision = Décision { $number } : { $words }
minutes-motion = Proposition { $number }.
minutes-amendment = Amendement, proposition { $number }, à la proposition { $of } : qu’elle se lise
minutes-recused = N’ont pas voté, ayant un intérêt : { $names }
minutes-as-amended = Telle qu’amendée : { $words }
minutes-vote-open = Par un vote à découvert, par téléphone.
minutes-vote-secret = Par un vote secret, par téléphone et sur papier.
minutes-vote-papers = Le dépouillement des bulletins était en cours.
