count-ballots = Bulletins valides : { $ballots }.
count-seats =
    { $seats ->
        [one] Une personne est à élire.
       *[other] { $seats } personnes sont à élire.
    }
count-quota = Qui atteint { $quota } (le quota) est élu.
count-votes =
    { $many ->
        [one] { $votes } voix
       *[other] { $votes } voix
    }
count-equal-shares = Chaque votant dispose de la même part du budget. Un projet est financé quand les personnes qui l’ont choisi peuvent le payer ensemble avec ce qui reste de leurs parts; chaque fois, c’est le projet qui demande à chacune d’elles la plus petite partie de son coût. Un projet qui a beaucoup de voix peut donc rester sans financement quand les personnes qui l’ont choisi ont dépensé leurs parts pour d’autres.
count-blank = Bulletins blancs : { $ballots }.
count-blank-among = Dont bulletins blancs : { $ballots }.
count-invalid = Bulletins nuls : { $ballots }.
count-abstentions = Abstentions : { $ballots }.
count-one-name = Attention : plusieurs portent le nom { $name } (dans le fichier, les numéros { $numbers }). Rien ci-dessous ne les distingue ; donnez à chacun un nom à soi.

count-round-told = Tour { $round } : { $told }
count-list = { $names } et { $last }

count-first = Chaque bulletin compte pour sa première préférence.
count-surplus = { $name } a { $votes } de plus que le quota. Elles passent plus loin : chacun des { $ballots } bulletins { DE($name) } passe à sa préférence suivante, pour la même part de sa valeur.
count-nobody = Personne n’a atteint le quota de { $quota }; la candidature qui a le moins de voix est donc exclue.
count-nobody-else = Personne d’autre n’a atteint le quota de { $quota }; la candidature qui a le moins de voix est donc exclue.
count-no-majority = Personne n’a plus de la moitié des { $ballots } bulletins qui comptent encore; la candidature qui a le moins de voix est donc exclue.
count-goes-on = Le dépouillement continue jusqu’à ce qu’il en reste deux : la candidature qui a le moins de voix est exclue.
count-excluded = C’est { $name }, avec { $votes }.
count-excluded-of-tied = L’exclusion porte sur { $name }, avec { $votes }.
count-shares = Ces voix se répartissent ainsi : { $shares }.
count-shares-none = Aucun bulletin ne passe plus loin.
count-share = { $votes } à { $name }
count-share-others =
    { $many ->
        [one] { $votes } à une autre candidature
       *[other] { $votes } à { $many } autres candidatures
    }
count-share-nobody = { $votes } à personne, car leurs bulletins ne nomment plus personne qui puisse les recevoir
count-share-lost = { $votes } en décimales coupées
count-elected =
    { $many ->
        [one] { $names } a atteint le quota de { $quota } : élection acquise.
       *[other] { $names } ont atteint le quota de { $quota } : élections acquises.
    }
count-elected-last =
    { $many ->
        [one] Il ne reste pas plus de candidatures que de sièges à pourvoir : { $names } l’emporte.
       *[other] Il ne reste pas plus de candidatures que de sièges à pourvoir : { $names } l’emportent.
    }
count-meek-quota = Le quota est de { $quota }.
count-meek-quota-now = Le quota est maintenant de { $quota }.
count-meek-quota-same = Le quota reste de { $quota }.
count-meek-shares = Les voix sont réparties de nouveau.
count-meek-explained = Les voix sont réparties de nouveau : chaque personne élue ne garde de chaque bulletin que ce qu’il faut pour le quota, et le reste passe aux préférences suivantes.
count-majority = { $name } a { $votes } des { $ballots } bulletins qui comptent encore. C’est plus de la moitié : { $name } l’emporte.
count-left-over = { $name } l’emporte avec { $votes } des { $ballots } bulletins qui comptent encore.

count-funded = { $name } coûte { $cost } et reçoit son financement.
count-not-funded = { $name } coûte { $cost } et ne reçoit pas de financement.

count-dropped-quorum = { $name } est écartée : trop peu de bulletins préfèrent cette option à { $default } (le quorum).
count-dropped-majority = { $name } est écartée : l’option n’a pas la majorité qu’il lui faut sur { $default }.
count-beats-all = Plus de bulletins préfèrent { $name } à chaque autre choix que l’inverse.
count-beats-all-left = Parmi ce qui reste, plus de bulletins préfèrent { $name } à chaque autre choix que l’inverse.
count-cycle = Les préférences tournent en rond : personne ne gagne contre chaque autre choix, et la règle pèse donc les victoires.
count-equals = Personne ne gagne contre chaque autre choix : certains sont à égalité entre eux.
count-ranking = Dans l’ordre : { $ranks }.
count-rank = { $names }
count-order-open = L’ordre entre { $names } reste ouvert : il dépend d’une égalité qu’aucun tirage au sort n’a tranchée.
count-rest-open = À la suite, l’ordre entre { $names } reste ouvert : il dépend d’une égalité qu’aucun tirage au sort n’a tranchée.

count-tie-fewest =
    { $many ->
        [one] { $names } ont le même nombre de voix. À la fin du tour { $round }, { $chosen } en avait le moins.
       *[other] { $names } ont le même nombre de voix. À la fin du tour { $round }, { $chosen } en avaient le moins, à égalité.
    }
count-tie-most =
    { $many ->
        [one] { $names } ont le même nombre de voix. À la fin du tour { $round }, { $chosen } en avait le plus.
       *[other] { $names } ont le même nombre de voix. À la fin du tour { $round }, { $chosen } en avaient le plus, à égalité.
    }
count-tie-lot =
    { $many ->
        [one] Les voix ne départagent pas { $names }. Le sort, tiré avec la graine « { $seed } », tombe sur { $chosen }.
       *[other] Les voix ne départagent pas { $names }. Le sort, tiré avec la graine « { $seed } », tombe sur { $chosen }, dans cet ordre.
    }
count-tie-ballot-order =
    { $many ->
        [one] Les voix ne départagent pas { $names }. Le premier nom du bulletin est pris : { $chosen }.
       *[other] Les voix ne départagent pas { $names }. Les premiers noms du bulletin sont pris : { $chosen }.
    }
count-tie-rule =
    { $many ->
        [one] { $names } sont à égalité. La règle préfère { $chosen }.
       *[other] { $names } sont à égalité. La règle préfère { $chosen }, dans cet ordre.
    }
count-tie-any =
    { $many ->
        [one] Les voix ne départagent pas { $names }. Quel que soit le choix, les mêmes personnes sont élues; le premier nom est pris : { $chosen }.
       *[other] Les voix ne départagent pas { $names }. Quel que soit le choix, les mêmes personnes sont élues; les premiers noms sont pris : { $chosen }.
    }
count-tie-open = Les voix ne départagent pas { $names }, le résultat en dépend, et aucun sort n’a été tiré : c’est une égalité.
count-tie-too-many-ways = Les voix ne départagent pas { $names }, et il y a trop de façons de les départager pour les essayer toutes : il faut tirer au sort.

count-result =
    { $many ->
        [one] L’emporte : { $names }.
       *[other] L’emportent, dans cet ordre : { $names }.
    }
count-result-together = L’emportent : { $names }.
count-result-nobody = Personne n’est élu.
count-result-funded =
    { $many ->
        [one] Projet financé : { $names }.
       *[other] Projets financés, dans cet ordre : { $names }.
    }
count-result-funded-together = Projets financés : { $names }.
count-nothing-funded = Aucun projet n’est financé. Le budget est de { $budget }.
count-equal-shares-more = Pour dépenser une plus grande partie du budget, la part de chaque votant a été augmentée de { $more }.
count-spent = Cela coûte { $spent } sur { $budget }.
count-tied = Le résultat n’est pas complet : il reste une égalité.
count-leading = L’option qui a le plus de voix est celle qui est jugée : { $name }.
count-proposal = Pour : { $for }. Contre : { $against }. Abstentions : { $abstentions }.
count-needs-more = Il faut plus de { $needed } voix sur { $base }.
count-needs-at-least = Il faut au moins { $needed } voix sur { $base }.
count-quorum = Quorum : il faut { $quorum }. Présence : { $present }.
count-adopted = La proposition est adoptée.
count-not-adopted = La proposition est rejetée.

count-sheet-votes = Voix
count-sheet-cost = Coût
count-sheet-funded = Financé
count-sheet-round = Tour { $round }
count-sheet-first = premières préférences
count-sheet-points = points
count-sheet-surplus = surplus { DE($name) }
count-sheet-shares = voix réparties de nouveau
count-sheet-exclusion = sans { $name }
count-sheet-project = { $name }
count-sheet-left = À personne
count-sheet-all = Tous les bulletins valides
count-sheet-quota = Quota
count-sheet-needed = Nécessaire
count-sheet-withdrawn = { $name } (désistement)
count-sheet-mark = * élection dans ce tour    – exclusion
count-sheet-mark-once = * élection
count-sheet-pairs = Bulletins qui préfèrent la ligne à la colonne :
count-sheet-strengths = Force du chemin le plus fort de la ligne à la colonne :
count-star-finalists = Les deux qui ont le plus de points vont au second tour : { $names }.
count-star-runoff = Second tour : { $votes } préfèrent { $first }, { $others } préfèrent { $second }, { $equal } leur donnent autant.
count-sheet-runoff = Second tour
count-times = Nombre de personnes qui peuvent : { $times }.
count-time = { $name } : { $can }, dont { $yes } oui
count-condition-at-least = Il faut aussi, pour { $name }, au moins { $needed }. Il y en a { $have }.
count-condition-more = Il faut aussi, pour { $name }, plus de { $needed }. Il y en a { $have }.
count-condition-at-most = Pour { $name }, au plus { $needed } sont permis. Il y en a { $have }.
count-table-projects = * financé    – non financé
