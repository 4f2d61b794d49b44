drop table booths, paper_ballots, ballot_boxes, paper_voters, opened_ballots, urn_contents, scrutineers, urns;
