search-title = Recherche
search-label = Un nom, un logement, un mot d’une tâche, d’un vote ou d’un commentaire
search-help = Écrivez un nom, un logement, ou un mot d’une tâche, d’un vote ou d’un commentaire. Les accents et les majuscules ne comptent pas.
search-nothing = Aucun résultat pour « { $typed } ». Essayez avec moins de lettres, ou regardez ici :
search-count =
    { $count ->
        [one] Un résultat pour « { $typed } »
       *[other] { $count } résultats pour « { $typed } »
    }
search-all-tasks = Toutes les tâches
search-more = Il y a d’autres résultats. Ajoutez un mot pour préciser.
search-members = Personnes
search-units = Logements
search-committees = Comités
search-tasks = Tâches
search-polls = Votes
search-said = Commentaires sur les votes
search-decisions = Décisions
search-applications = Liste d’attente
