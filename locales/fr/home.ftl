home-title = Accueil
help-call = Vous pouvez toujours parler à quelqu’un : { $name }.
help-sign-in-title = Se connecter
help-sign-in = Utilisez votre courriel et votre mot de passe, ou demandez un lien par courriel à la page de connexion. Un lien sert une seule fois.
help-votes-title = Voter
help-votes = Dans un vote ouvert, vous pouvez changer votre vote jusqu’à la fermeture. La page du résultat montre le calcul.
help-votes-ways = Les façons de décider, chacune avec un exemple
help-privacy-title = Qui voit quoi
help-privacy = Vos voisins voient votre nom, votre logement et vos comités. Ils voient votre téléphone et votre courriel seulement si vous les partagez. Seules les personnes qui tiennent le registre et vous voyez votre bilan.
home-hello = Bonjour { $name }.
home-hello-waiting =
    Bonjour { $name }. { $count ->
        [0] Rien ne vous attend.
        [one] Une chose vous attend.
       *[other] { $count } choses vous attendent.
    }
home-hello-many = Bonjour { $name }. Plusieurs choses vous attendent.
home-waiting = Ce qui vous attend
home-nothing = Vous n’avez rien à faire pour le moment.
home-nothing-link = Voir ce que font les autres
home-observer = Vous pouvez tout lire ici, sans rien changer. Commencez par les chiffres :
home-closes = Se ferme le { $when }
home-opens = S’ouvre le { $when }
home-task-due = Échéance : { $day }.
home-task-due-home = Pour le logement { $unit }. Échéance : { $day }.
home-task-approval = C’est fait. Regardez le résultat pour que les heures comptent.
home-swap = Une voisine ou un voisin vous demande de prendre un tour, le { $day }.
home-task-no-date = Sans échéance.
home-late = En retard
home-vote = Voter
home-vote-on = Vote : { $title }
home-open = Ouvrir
home-see-all = Voir toutes vos tâches
home-there-is-more = Il y en a d’autres sur cette page.
home-turnout = Ont voté jusqu’ici : { $voted } sur { $roll }.
home-quorum =
    { $needed ->
        [one] Il faut { $needed } vote pour que le résultat compte.
       *[other] Il faut { $needed } votes pour que le résultat compte.
    }
home-occupied =
    { $occupied ->
        [one] { $occupied } logement sur { $homes } est occupé.
       *[other] { $occupied } logements sur { $homes } sont occupés.
    }
home-members =
    { $members ->
        [one] { $members } membre en tout.
       *[other] { $members } membres en tout.
    }
home-open-scorecard = Ouvrir votre bilan
home-decided = Ce que les membres ont décidé
home-all-votes = Tous les votes
home-no-results = Aucun vote n’est encore fermé.
home-coming = À venir
home-nothing-coming = Rien n’est prévu pour l’instant.
home-outcome-adopted = Adoptée,
home-outcome-rejected = Rejetée,
home-outcome-no-quorum = Sans quorum,
home-outcome-chosen = Choix fait,
home-outcome-tied = Égalité,
home-counts = { $voted } sur { $roll } ont voté.
home-begin = Votre coop est vide. Importez votre liste de membres, ou ajoutez les premières personnes à la main.
home-begin-import = Importer vos membres
home-begin-by-hand = Ajouter à la main
home-tasks-done =
    { $count ->
        [one] { $count } tâche faite
       *[other] { $count } tâches faites
    }
home-votes-cast =
    { $cast ->
        [one] { $cast } vote déposé sur { $closed }
       *[other] { $cast } votes déposés sur { $closed }
    }
home-hours-given = { $hours } données
home-office = Pour le bureau
home-wrong = À corriger
begin-title = Votre première semaine
begin-help = Dans l’ordre que vous voulez. Chaque ligne est cochée quand c’est fait.
begin-done = fait
