# Corvées : tâches récurrentes à tour de rôle.

# ---- les règles en mots ----

chore-rule-days = { $n ->
    [1] chaque jour
    [2] un jour sur deux
   *[other] tous les { $n } jours
}
chore-rule-working-days = chaque jour du lundi au vendredi
chore-rule-every-week = chaque { $days }
chore-rule-second-weekday = un { $day } sur deux
chore-rule-weeks = { $n ->
    [2] une semaine sur deux, { $days }
   *[other] toutes les { $n } semaines, { $days }
}
chore-rule-weekday = { $day }
chore-rule-on-weekday = le { $day }
chore-rule-and = { $before } et { $last }
chore-rule-months = { $n ->
    [1] { $day } du mois
    [2] { $day }, un mois sur deux
   *[other] tous les { $n } mois, { $day }
}
chore-rule-years = { $n ->
    [1] chaque année, { $day }
    [2] une année sur deux, { $day }
   *[other] tous les { $n } ans, { $day }
}
chore-rule-years-day = { $n ->
    [1] chaque année, le { $day }
    [2] une année sur deux, le { $day }
   *[other] tous les { $n } ans, le { $day }
}
chore-rule-day = { $day ->
    [1] le 1er
   *[other] le { $day }
}
chore-rule-last-day = le dernier jour
chore-rule-nth = { $nth ->
    [1] le premier { $weekday }
    [2] le deuxième { $weekday }
    [3] le troisième { $weekday }
   *[other] le quatrième { $weekday }
}
chore-rule-last = le dernier { $weekday }
chore-rule-day-of-month = { $day } { DE($month) }
chore-rule-shorter = {", ou le dernier jour d’un mois plus court"}
chore-rule-season = {","} { DE($from) } à { $to }
chore-rule-month = {", en"} { $month }
chore-rule-until = {", jusqu’au"} { $day }
chore-rule-times = {","} { $times } fois en tout

# ---- pourquoi c’est le tour de quelqu’un ----

chore-why-in-order = { $who } vient ensuite dans l’ordre
chore-why-fewer = { $who } a eu moins de tours { QUE($other) } : { $has }, et non { $other_has }
chore-why-least-effort = { $months ->
    [one] { $who } a reçu le moins de travail depuis un mois
   *[other] { $who } a reçu le moins de travail depuis { $months } mois
}
chore-why-drawn = { $count ->
    [one] { $who } était seul choix possible au tirage
   *[other] le sort a désigné { $who }, parmi { $count }
}
chore-why-instead = { $who } prend la place laissée par { $other } : personne n’a eu moins de tours, ni de tours plus espacés
chore-why-same-period = { $who } garde cette corvée pendant toute la période
chore-why-nobody = personne n’est désigné : qui arrive en premier s’en charge
chore-why-nobody-left = personne du tour de rôle ne peut prendre ce tour
chore-why-away = { $who } s’absente jusqu’au { $until }
chore-why-away-open = { $who } s’absente
chore-why-vacant = personne n’habite { $who }
