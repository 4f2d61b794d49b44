drop table opened_ballots, urn_contents, scrutineers, urns;
