# Ce qui n’a pas pu se faire derrière les pages.
upkeep-title = Ce qui n’a pas marché
upkeep-lede = Les courriels et les autres travaux que le programme fait de lui-même. Ce qui n’a pas pu se faire vous attend ici.
upkeep-set-aside = Pas fait
upkeep-set-aside-help = Le programme a essayé plusieurs fois, puis s’est arrêté. Rien n’est perdu. Corrigez le problème indiqué, puis appuyez sur « Réessayer ». Après 30 jours, c’est supprimé.
upkeep-set-aside-none = Tout a marché.
upkeep-waiting = Nouvel essai bientôt
upkeep-waiting-help = Ces travaux n’ont pas marché la première fois. Le programme réessaiera de lui-même.
upkeep-reason = Raison :
upkeep-tried =
    { $tries ->
        [one] Un essai, arrêt le { $when }
       *[other] { $tries } essais, arrêt le { $when }
    }
upkeep-tries-again =
    { $tries ->
        [one] Un essai, le prochain le { $when }
       *[other] { $tries } essais, le prochain le { $when }
    }
upkeep-try-again = Réessayer
upkeep-drop = Ne plus réessayer
upkeep-tried-again = Un nouvel essai aura lieu dans un instant.
upkeep-dropped = Il n’y aura plus d’autre essai.
upkeep-refused = Courriels refusés
upkeep-refused-help = Le serveur de courriel n’accepte pas de courriels pour ces adresses. Demandez-en une autre à la personne, ou remettez-lui une lettre sur papier.
upkeep-refused-none = Aucun courriel n’a été refusé dans les 90 derniers jours.
upkeep-answer = Réponse :
attention-set-aside =
    { $count ->
        [one] Une chose n’a pas pu se faire.
       *[other] { $count } choses n’ont pas pu se faire.
    }
attention-refused =
    { $count ->
        [one] Un courriel a été refusé cette semaine.
       *[other] { $count } courriels ont été refusés cette semaine.
    }
event-work-tried-again = a demandé un nouvel essai
event-work-dropped = a annulé un travail qui n’a pas pu se faire
audit-about-work = Travaux en arrière-plan
fact-work = Travail
fact-tries = Essais
work-letter = Un courriel
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
work-poll-close = La fermeture d’un vote
attention-set-aside-act = Voir ce qui s’est passé
attention-refused-act = Voir lesquels
upkeep-server = Le serveur
upkeep-unnamed-proxy = Les visites passent par un serveur mandataire, { $address }, dont personne n’a parlé au serveur : elles se partagent donc toutes les mêmes essais de connexion. La personne qui s’occupe du serveur devrait le nommer dans COOPERATOR_PROXIES.
event-reporting-granted = a permis à un programme de lire les chiffres de la coop
event-reporting-revoked = ne permet plus à un programme de lire les chiffres de la coop
fact-reader = Lecture par
