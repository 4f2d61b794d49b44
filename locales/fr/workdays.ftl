# Journées de corvée : une journée, bien des bras, bien des petits travaux.

work-days-title = Journées de corvée
work-days-lede = Une journée, bien des bras : un grand ménage ou des réparations que tout le monde fait ensemble.
work-days-seen = Toute personne qui a un compte dans cette coopérative voit cette page, et qui s’est inscrit.
work-days-coming = À venir
work-days-past = Passées
work-days-none-coming = Aucune journée de corvée n’est prévue.
work-days-link = Journées de corvée
work-day-when = { $day }, de { $from } à { $until }
work-day-facts = { $jobs ->
    [one] { $jobs } travail
   *[other] { $jobs } travaux
}{", "}{ $taken ->
    [one] { $taken } place prise sur { $places }
   *[other] { $taken } places prises sur { $places }
}
work-day-facts-past = { $jobs ->
    [one] { $jobs } travail
   *[other] { $jobs } travaux
}{", "}{ $taken ->
    [one] { $taken } inscription
   *[other] { $taken } inscriptions
}
work-day-no-jobs = Il n’y a pas encore de travaux.
work-day-off = Annulée
work-day-is-off = Cette journée de corvée a été annulée. Les personnes inscrites ont été avisées. Les travaux déjà faits gardent leurs heures.
work-day-missing = { $count ->
    [one] Il manque encore { $count } personne
   *[other] Il manque encore { $count } personnes
}
work-day-led-by = Organisée par
work-day-stands = Inscriptions
work-day-jobs = Travaux
work-day-job = Journée de corvée
work-day-job-link = Voir toute la journée de corvée
work-day-taken = { $taken ->
    [one] { $taken } place prise sur { $places }.
   *[other] { $taken } places prises sur { $places }.
}
work-day-needs = { $least ->
    [one] Il faut au moins { $least } personne.
   *[other] Il faut au moins { $least } personnes.
}
work-day-counts = Compte pour { $hours }.
work-day-people = { $most ->
    [one] { $most } personne
   *[other] { $most } personnes
}
work-day-people-between = { $least } à { $most } personnes
work-day-job-missing = { $count ->
    [one] Il manque { $count } personne
   *[other] Il manque { $count } personnes
}
work-day-job-full = Complet
work-day-job-free = { $count ->
    [one] { $count } place libre
   *[other] { $count } places libres
}
work-day-job-off = Annulé
work-day-job-done = Fait
work-day-job-open = Encore à faire
work-day-did = Fait par
work-day-nobody = Personne ne s’est encore inscrit.
work-day-nobody-had = Personne ne s’était inscrit.
work-day-waiting = En attente d’une place :
work-day-take = Je m’inscris
work-day-give-up = Retirer mon nom
work-day-stop-waiting = Me retirer de la liste d’attente
work-day-job-taken = Votre inscription pour « { $name } » est notée. Merci!
work-day-job-given-up = Votre nom n’est plus sur la liste pour « { $name } ».
work-day-back = À la journée de corvée

# ---- prévue et modifiée ----

work-day-new = Prévoir une journée de corvée
work-day-new-title = Prévoir une journée de corvée
work-day-plan = Prévoir la journée
work-day-planned = « { $name } » est prévue. Écrivez maintenant les travaux.
work-day-edit = Modifier
work-day-edit-title = Modifier la journée de corvée
work-day-edit-moves = Si vous changez le jour ou l’heure, les travaux qui ne sont pas faits suivent, et les personnes inscrites sont avisées.
work-day-saved = « { $name } » est enregistrée.
work-day-no-committee = Aucun comité
field-day-title = Le nom de la journée
hint-day-title = Par exemple « Grand ménage du printemps ».
field-held-on = Jour
field-starts-at = De
field-ends-at = À
field-meets-at = Où on se retrouve
field-day-notes = Ce qu’il faut savoir
hint-day-notes = Ce qu’il faut apporter, qui a les clés, ce qu’on fait s’il pleut.
wrong-work-day-times = La journée doit finir après avoir commencé.
conflict-work-day-off = Cette journée de corvée a été annulée : elle ne peut plus être modifiée.
conflict-work-day-ahead = Cette journée de corvée est encore à venir. On pourra noter qui est venu à partir de ce jour-là.

# ---- les travaux ----

work-day-add-jobs = Ajouter des travaux
work-day-jobs-title = Ajouter des travaux
work-day-jobs-all = Pour tous ces travaux
work-day-jobs-added = { $name ->
    [1] 1 travail a été ajouté.
   *[other] { $name } travaux ont été ajoutés.
}
field-work-jobs = Travaux, un par ligne
hint-work-jobs = S’il faut plus ou moins de monde, écrivez combien après un point-virgule, puis les heures si vous voulez : « Ratisser les feuilles; 2-4; 1h30 », c’est pour deux à quatre personnes.
field-places-min = Personnes nécessaires
hint-places-min = Avec moins de monde, cela ne peut pas se faire.
fact-places-min = Personnes nécessaires
fact-work-day-id = Journée de corvée
wrong-places-min = Ce nombre ne peut pas dépasser celui des places.
wrong-jobs-many = Une journée de corvée compte au plus 60 travaux.
wrong-job-title = Ligne { $limit } : écrivez d’abord le travail, avant le point-virgule.
wrong-job-long = Ligne { $limit } : un travail compte au plus 200 lettres. Vous pouvez en dire plus sous « À quoi on voit que c’est fait ».
wrong-job-places = Ligne { $limit } : écrivez combien de personnes, comme « 4 » ou « 2-4 », au plus 200.
wrong-job-hours = Ligne { $limit } : écrivez les heures comme 1,5, 1h30 ou 90 min, au plus 100 heures.
wrong-job-parts = Ligne { $limit } : écrivez le travail, les personnes et les heures, sans autre point-virgule.

# ---- après la journée ----

work-day-came = Noter qui est venu
work-day-came-title = Qui est venu?
work-day-came-help = Les personnes inscrites sont cochées. Décochez celles qui ne sont pas venues. Les heures vont aux personnes cochées ou nommées. Un travail sans personne reste à faire.
work-day-came-others = Autres personnes venues
work-day-came-others-help = Un nom par ligne.
work-day-came-act = Enregistrer qui est venu
work-day-came-all = Pour tous les travaux, c’est déjà noté.
work-day-came-noted = { $name ->
    [1] 1 travail est fait. Les heures vont à qui est venu.
   *[other] { $name } travaux sont faits. Les heures vont à qui est venu.
}
work-day-came-before = C’était déjà noté : rien n’a changé.
wrong-came-none = Personne ici ne s’appelle « { $limit } ». Vérifiez le nom.
wrong-came-several = « { $limit } » peut désigner plusieurs personnes. Écrivez le nom complet.
wrong-came-nobody = Cochez ou nommez au moins une personne qui est venue.
work-day-call-off = Annuler la journée
work-day-call-off-help = Les travaux qui ne sont pas faits sont annulés aussi, et les personnes inscrites sont avisées. Les travaux déjà faits gardent leurs heures. On ne peut pas revenir en arrière.
work-day-call-off-act = Annuler la journée
work-day-called-off = « { $name } » est annulée.

# ---- sur papier ----

work-day-cards = Cartes des travaux à imprimer
work-day-cards-title = Cartes des travaux
work-day-cards-help = Imprimez cette page et découpez les cartes, une par travail qui n’est pas fait.
work-day-sheet = Feuille d’inscription à afficher
work-day-sheet-help = Imprimez cette page pour le hall. Les noms écrits à la main restent à ajouter ici.
work-day-sheet-online = Pour s’inscrire en ligne :
work-day-code = Code QR qui mène à la page de cette journée de corvée
work-day-free-line = Libre

# ---- le journal et la recherche ----

search-workdays = Journées de corvée
event-work-day-planned = a prévu une journée de corvée
event-work-day-edited = a modifié une journée de corvée
event-work-day-called-off = a annulé une journée de corvée
audit-about-work-day = Journée de corvée
fact-held-on = Jour
fact-starts-at = De
fact-ends-at = À
fact-meets-at = Où on se retrouve
