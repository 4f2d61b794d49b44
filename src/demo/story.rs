//! The story of the demo co-op: committees, votes, what tasks are about. Invented, and the same each time.

use crate::polls::Case;

/// One vote: when, what about, and how it goes.
pub struct Vote {
    pub title_en: &'static str,
    pub title_fr: &'static str,
    pub details_en: &'static str,
    pub details_fr: &'static str,
    pub special: bool,
    /// Days from today; the past is negative.
    pub opens_in_days: i64,
    pub closes_in_days: i64,
    pub turnout_percent: i32,
    pub for_percent: i32,
    pub against_percent: i32,
}

pub const COMMITTEES: &[(&str, &str)] = &[
    ("Communications", "Communications"),
    ("Finance", "Finances"),
    ("Landscaping", "Aménagement paysager"),
    ("Maintenance", "Entretien"),
    ("Membership", "Recrutement"),
    ("Social", "Vie associative"),
];

/// A board with more open cards than this would not be read.
pub const OPEN_TASKS_MAX: i64 = 26;

/// The scorecards were counted at the end of some months, and last night.
pub const COUNTED_DAYS_AGO: &[i64] = &[92, 61, 31, 1];

pub const VOTES: &[Vote] = &[
    Vote {
        title_en: "Paint the stairwells",
        title_fr: "Repeindre les cages d’escalier",
        details_en: "Two coats, washable, done by members over three Saturdays. Paint costs $1,400 from the upkeep budget.",
        details_fr: "Deux couches de peinture lavable, par les membres, en trois samedis. La peinture coûte 1 400 $ du budget d’entretien.",
        special: false,
        opens_in_days: -330,
        closes_in_days: -323,
        turnout_percent: 58,
        for_percent: 78,
        against_percent: 14,
    },
    Vote {
        title_en: "Replace the laundry machines",
        title_fr: "Remplacer les machines de la buanderie",
        details_en: "Six washers and six dryers that use half the water, $14,200 from the reserve. The old ones need a repair every second week.",
        details_fr: "Six laveuses et six sécheuses qui consomment moitié moins d’eau, 14 200 $ de la réserve. Les anciennes demandent une réparation toutes les deux semaines.",
        special: false,
        opens_in_days: -284,
        closes_in_days: -277,
        turnout_percent: 66,
        for_percent: 83,
        against_percent: 9,
    },
    Vote {
        title_en: "Allow short-term sublets",
        title_fr: "Permettre les sous-locations de courte durée",
        details_en: "Changes by-law 7: a member could sublet for up to four weeks a year with notice to the board.",
        details_fr: "Modifie le règlement 7 : un membre pourrait sous-louer jusqu’à quatre semaines par année, avec avis au conseil.",
        special: true,
        opens_in_days: -212,
        closes_in_days: -205,
        turnout_percent: 62,
        for_percent: 42,
        against_percent: 52,
    },
    Vote {
        title_en: "Plant a garden on the roof of the garage",
        title_fr: "Planter un jardin sur le toit du garage",
        details_en: "Twelve raised beds and a rain barrel, $3,100. The engineer's letter is in the office.",
        details_fr: "Douze bacs surélevés et un baril de pluie, 3 100 $. La lettre de l’ingénieur est au bureau.",
        special: false,
        opens_in_days: -160,
        closes_in_days: -153,
        turnout_percent: 24,
        for_percent: 70,
        against_percent: 20,
    },
    Vote {
        title_en: "Raise the housing charge by 2.1%",
        title_fr: "Augmenter les droits d’occupation de 2,1 %",
        details_en: "Covers insurance and the reserve plan. The full budget was presented on 12 May.",
        details_fr: "Couvre les assurances et le plan de réserve. Le budget complet a été présenté le 12 mai.",
        special: false,
        opens_in_days: -96,
        closes_in_days: -89,
        turnout_percent: 71,
        for_percent: 64,
        against_percent: 26,
    },
    Vote {
        title_en: "Join the federation's group insurance",
        title_fr: "Adhérer à l’assurance de groupe de la fédération",
        details_en: "Saves about $4,000 a year. The contract can be ended every two years.",
        details_fr: "Épargne environ 4 000 $ par année. Le contrat peut prendre fin tous les deux ans.",
        special: false,
        opens_in_days: -47,
        closes_in_days: -40,
        turnout_percent: 64,
        for_percent: 81,
        against_percent: 8,
    },
    Vote {
        title_en: "Build a bike room in the basement",
        title_fr: "Aménager un local à vélos au sous-sol",
        details_en: "Room for 80 bikes with a ramp and two locks, $9,800. Storage lockers 1 to 6 would move to the north side.",
        details_fr: "De la place pour 80 vélos avec une rampe et deux serrures, 9 800 $. Les casiers 1 à 6 passeraient du côté nord.",
        special: false,
        opens_in_days: -18,
        closes_in_days: -11,
        turnout_percent: 69,
        for_percent: 74,
        against_percent: 19,
    },
    Vote {
        title_en: "Replace the roof membrane in 2027",
        title_fr: "Remplacer la membrane du toit en 2027",
        details_en: "Up to $186,000 from the reserve, which would keep $226,000. Three quotes were compared; the warranty is twenty years. Waiting costs about $6,000 a year in repairs.",
        details_fr: "Jusqu’à 186 000 $ de la réserve, qui garderait 226 000 $. Trois soumissions ont été comparées; la garantie est de vingt ans. Attendre coûte environ 6 000 $ par année en réparations.",
        special: false,
        opens_in_days: -4,
        closes_in_days: 6,
        turnout_percent: 38,
        for_percent: 68,
        against_percent: 22,
    },
    Vote {
        title_en: "Quiet hours from 10 p.m. on weekdays",
        title_fr: "Heures calmes dès 22 h en semaine",
        details_en: "Today quiet hours start at 11 p.m. every day. Weekends would stay as they are.",
        details_fr: "Aujourd’hui, les heures calmes commencent à 23 h tous les jours. Les fins de semaine ne changeraient pas.",
        special: false,
        opens_in_days: 5,
        closes_in_days: 12,
        turnout_percent: 0,
        for_percent: 0,
        against_percent: 0,
    },
];

/// The vote that comes back each year, and what its template is called in each language.
pub const RECURS: &str = "Raise the housing charge by 2.1%";
pub const TEMPLATE: [&str; 2] = ["Housing charge of the year", "Charges de l’année"];

/// What a vote would cost, and what speaks for and against it.
pub fn case_of(title_en: &str) -> Case {
    match title_en {
        "Replace the roof membrane in 2027" => Case {
            cost: Some(18_600_000),
            pros_en: "- The membrane is 24 years old and leaks above two homes.\n- The price holds until **1 March**.\n- We pay without borrowing.".to_owned(),
            pros_fr: "- La membrane a 24 ans et coule au-dessus de deux logements.\n- Le prix tient jusqu’au **1er mars**.\n- Nous payons sans emprunter.".to_owned(),
            cons_en: "- The reserve falls by almost half, and the windows come next.\n- Six weeks of scaffolding on the south side.".to_owned(),
            cons_fr: "- La réserve diminue de près de moitié, et les fenêtres viennent ensuite.\n- Six semaines d’échafaudages du côté sud.".to_owned(),
        },
        _ => Case::default(),
    }
}

/// A file of a vote: its name, what it holds and what it is about.
pub fn file_of(title_en: &str) -> Option<(&'static str, &'static str, &'static str)> {
    match title_en {
        "Replace the roof membrane in 2027" => Some((
            "Soumissions du toit - roof quotes.csv",
            "Entreprise / Contractor,Prix / Price,Garantie / Warranty\nToitures Gatineau,186000,20\nCouvreurs du Nord,201500,25\nPlateau Roofing,179900,10\n",
            "Trois soumissions comparées / three quotes compared",
        )),
        "Quiet hours from 10 p.m. on weekdays" => Some((
            "Heures calmes - quiet hours.txt",
            "Plaintes en 2026 / Complaints in 2026: 14\nAprès / after 22 h: 9\nAprès / after 23 h: 5\n",
            "Plaintes reçues cette année / complaints this year",
        )),
        _ => None,
    }
}

/// What was written down when a task was done; mostly nothing.
pub fn outcome(number: usize) -> &'static str {
    match number % 11 {
        3 => "Took longer than thought. Two people are better.",
        7 => "All fine. Supplies are low, please order.",
        _ => "",
    }
}
