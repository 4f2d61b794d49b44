# Un ménage déménage.
move-title = Déménager un ménage
move-lede = Du logement { $label } vers un autre, ou hors de la coop. Tout se fait en une seule étape.
move-choose = Choisir
move-leaves = Le ménage quitte la coop
move-act = Enregistrer le déménagement
move-done = Le déménagement du logement { $name } est enregistré.
move-task-inspect = Inspecter le logement { $label } au départ
move-task-keys-back = Reprendre les clés du logement { $label }
move-task-papers-out = Fermer le dossier du logement { $label } : compteurs, boîte aux lettres, liste à la porte
move-task-walk = Visiter le logement { $label } avec le nouveau ménage
move-task-keys = Remettre les clés du logement { $label }
move-task-papers-in = Préparer le dossier du logement { $label } : contrat de membre, boîte aux lettres, liste à la porte

wrong-moving-children = Moins d’enfants habitent ce logement. Entrez ce nombre ou moins.
