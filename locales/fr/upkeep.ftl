# Ce qui n’a pas pu se faire derrière les pages.
upkeep-title = Ce qui n’a pas marché
upkeep-lede = Les lettres et les autres travaux que le programme fait de lui-même. Ce qui n’a pas pu se faire vous attend ici.
upkeep-server = Le serveur
upkeep-unnamed-proxy = Les visites passent par un serveur mandataire, { $address }, dont personne n’a parlé au serveur : elles se partagent donc toutes les mêmes essais de connexion. La personne qui s’occupe du serveur devrait le nommer dans COOPERATOR_PROXIES.
upkeep-set-aside = Abandonné
upkeep-set-aside-help = Le programme a essayé plusieurs fois, puis s’est arrêté. Rien n’est perdu : corrigez ce que la raison indique, puis demandez un nouvel essai. Après 30 jours, c’est supprimé.
upkeep-set-aside-none = Tout a été fait.
upkeep-waiting = En attente d’un nouvel essai
upkeep-waiting-help = Ces travaux ont échoué, et le programme réessaie de lui-même.
upkeep-reason = Raison :
upkeep-tried =
    { $tries ->
        [one] Un essai, abandonné le { $when }
       *[other] { $tries } essais, abandonné le { $when }
    }
upkeep-tries-again =
    { $tries ->
        [one] Un essai, le prochain le { $when }
       *[other] { $tries } essais, le prochain le { $when }
    }
upkeep-try-again = Réessayer
upkeep-drop = Laisser tomber
upkeep-tried-again = Un nouvel essai aura lieu dans un instant.
upkeep-dropped = C’est abandonné pour de bon, il n’y aura plus d’essai.
upkeep-refused = Lettres refusées
upkeep-refused-help = Le serveur de courriel ne prend pas de lettres pour ces adresses. Demandez-en une autre à la personne, ou remettez-lui une lettre sur papier.
upkeep-refused-none = Aucune lettre n’a été refusée dans les 90 derniers jours.
upkeep-answer = Réponse :
attention-set-aside =
    { $count ->
        [one] Un travail n’a pas pu se faire.
       *[other] { $count } travaux n’ont pas pu se faire.
    }
attention-refused =
    { $count ->
        [one] Une lettre a été refusée cette semaine.
       *[other] { $count } lettres ont été refusées cette semaine.
    }
event-work-tried-again = a fait réessayer un travail abandonné
event-work-dropped = a laissé tomber un travail abandonné
audit-about-work = Travaux derrière les pages
fact-work = Travail
fact-tries = Essais
work-letter = Une lettre
work-mailing = Un avis par courriel
work-tidy = La suppression de ce qui a expiré
work-count-rows = L’entretien de la base de données
work-read-again = L’avis de quelque chose qui s’est passé
work-sign-in-link = Un lien pour se connecter
work-invite = L’envoi des invitations
work-import = L’importation d’une liste
work-scores = Le compte des bilans
work-remind = Les rappels
work-poll-open = L’ouverture d’un vote
work-poll-close = La clôture d’un vote
attention-set-aside-act = Voir ce qui s’est passé
attention-refused-act = Voir lesquelles
