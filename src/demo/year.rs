//! The work of a year in the demo co-op: what comes up, in which months, and for which committee. Invented, and the same each time.

use chrono::{Datelike, NaiveDate, TimeDelta};

/// Something that comes up.
pub struct Work {
    pub title: &'static str,
    pub committee: &'static str,
    /// What it is credited with.
    pub minutes: i32,
    /// The first and the last month in which it comes up.
    pub months: (u32, u32),
    /// What "done" means.
    pub done_means: &'static str,
    pub steps: &'static [&'static str],
}

const fn work(
    title: &'static str,
    committee: &'static str,
    minutes: i32,
    months: (u32, u32),
    done_means: &'static str,
) -> Work {
    Work { title, committee, minutes, months, done_means, steps: &[] }
}

const ALL_YEAR: (u32, u32) = (1, 12);

const WORKS: &[Work] = &[
    work(
        "Replace the hallway bulbs",
        "Maintenance",
        30,
        ALL_YEAR,
        "All bulbs of your floor work. Note what you used on the list in the workshop.",
    ),
    Work {
        steps: &[
            "Ask the office for the figures to date",
            "Ask each committee what it needs",
            "Draft with last year beside it",
        ],
        ..work(
            "Prepare the budget draft",
            "Finance",
            240,
            (9, 12),
            "A first draft that the committee can talk about, with last year beside it.",
        )
    },
    work("Rake the leaves", "Landscaping", 120, (10, 11), "Lawn and paths clear, bags at the curb by Thursday."),
    work(
        "Interview two applicants",
        "Membership",
        90,
        ALL_YEAR,
        "Two members meet each applicant. Notes go to the office, not by e-mail.",
    ),
    Work {
        steps: &["Book the common room", "Put the list up in the lobby", "Find two people to set up, two to clean"],
        ..work(
            "Plan the winter potluck",
            "Social",
            120,
            (10, 12),
            "Day and room set, a list for who brings what on the board in the lobby.",
        )
    },
    work(
        "Write the newsletter",
        "Communications",
        180,
        ALL_YEAR,
        "Two pages, in both languages, read by one other person.",
    ),
    work(
        "Inspect the fire extinguishers",
        "Maintenance",
        90,
        ALL_YEAR,
        "Date and needle checked on each floor, the card signed.",
    ),
    work(
        "Compare three insurance quotes",
        "Finance",
        180,
        (10, 2),
        "One page that shows price, deductible and what is left out.",
    ),
    work(
        "Wrap the young trees for winter",
        "Landscaping",
        90,
        (11, 12),
        "Burlap on the four by the gate, tied loosely.",
    ),
    work("Update the welcome binder", "Membership", 90, ALL_YEAR, ""),
    work("Décorer le hall pour les fêtes", "Social", 90, (11, 12), "Rien devant les portes ni sur les gicleurs."),
    work(
        "Tidy the notice boards",
        "Communications",
        30,
        ALL_YEAR,
        "Nothing older than a month, nothing over the fire plan.",
    ),
    work("Fill the salt bins", "Maintenance", 60, (11, 3), "Both bins full. Salt is in the garage, behind the ladder."),
    work(
        "Check the receipts of the month",
        "Finance",
        60,
        ALL_YEAR,
        "Every payment has its receipt. What is missing is on the list.",
    ),
    work("Prune the apple tree", "Landscaping", 120, (2, 4), "Dead wood out first. Branches in the green bin."),
    work("Show a home to applicants", "Membership", 60, ALL_YEAR, ""),
    work("Host a craft afternoon for the children", "Social", 120, ALL_YEAR, ""),
    work("Traduire l’avis sur le stationnement", "Communications", 60, ALL_YEAR, ""),
    work("Fix the laundry room door", "Maintenance", 120, ALL_YEAR, "It closes by itself and does not bang."),
    work(
        "Repaint the bike shed",
        "Maintenance",
        240,
        (5, 9),
        "Scrape, prime, one coat of grey. Paint is in locker 12.",
    ),
    work("Sharpen the garden tools", "Landscaping", 90, (11, 3), ""),
    work("Prepare the evening for new members", "Membership", 120, ALL_YEAR, ""),
    work("Set up the shelf of books to share", "Social", 60, ALL_YEAR, ""),
    work("Take the minutes of the committee", "Communications", 60, ALL_YEAR, ""),
    work("Change the furnace filters", "Maintenance", 120, (9, 12), "All eight, with the date written on the frame."),
    work("Count the coins of the laundry", "Finance", 30, ALL_YEAR, "Two people count, both sign."),
    work("Spring clean-up of the yard", "Landscaping", 240, (4, 5), ""),
    work("Call whoever missed the meeting", "Membership", 60, ALL_YEAR, ""),
    work(
        "Organise the block party",
        "Social",
        240,
        (5, 8),
        "Permit from the city, a plan for rain, somebody at the grill.",
    ),
    work("Update the list of emergency contacts", "Communications", 60, ALL_YEAR, ""),
    work("Drain the outdoor taps", "Maintenance", 60, (10, 11), ""),
    work("Water the planters", "Landscaping", 90, (6, 9), "Each morning of the week before nine."),
    work("Review the plan for the reserve", "Finance", 180, (1, 4), ""),
    work("Answer the letters of the waiting list", "Membership", 60, ALL_YEAR, ""),
    work("Organise the skating outing", "Social", 90, (1, 2), ""),
    work("Prendre des photos des espaces communs", "Communications", 60, (4, 10), ""),
    work("Clean the dryer vents", "Maintenance", 120, ALL_YEAR, "Lint out of all twelve, up to the outer flap."),
    work("Order the seeds for the roof garden", "Landscaping", 60, (1, 3), ""),
    work("Scan the invoices of last year", "Finance", 120, (1, 6), ""),
    work("Walk through the building and note what is broken", "Maintenance", 120, ALL_YEAR, ""),
    work("Turn the compost", "Landscaping", 60, (4, 10), ""),
    work("Cook for the family with the newborn", "Social", 90, ALL_YEAR, ""),
    work("Repair the bench by the sandbox", "Maintenance", 120, (5, 10), ""),
    work("Put up the rain barrels", "Landscaping", 90, (4, 5), ""),
    work(
        "Test the smoke alarms on the third floor",
        "Maintenance",
        90,
        ALL_YEAR,
        "Press each one, change the battery of what is silent.",
    ),
];

impl Work {
    fn is_of(&self, month: u32) -> bool {
        let (from, to) = self.months;
        if from <= to { (from..=to).contains(&month) } else { month >= from || month <= to }
    }
}

/// A row of the task file, and what was to do.
pub struct Row {
    pub number: usize,
    pub who: String,
    pub status: String,
    pub due: NaiveDate,
    pub work: Option<&'static Work>,
}

impl Row {
    pub fn is_done(&self) -> bool {
        self.status == "Done"
    }
}

/// Gives each row its work: in its season, each as seldom as the others. None is open twice, or was done lately and is open again.
pub fn hand_out(rows: &mut [Row], today: NaiveDate) {
    let mut used = [0_u32; WORKS.len()];
    let mut open = Vec::new();
    for is_done in [false, true] {
        for row in rows.iter_mut().filter(|row| row.is_done() == is_done) {
            let is_new = today - row.due < TimeDelta::days(30);
            let free = |place: &usize| WORKS[*place].is_of(row.due.month()) && !(is_new && open.contains(place));
            let Some(place) = (0..WORKS.len()).filter(free).min_by_key(|place| used[*place]) else { continue };
            used[place] += 1;
            row.work = Some(&WORKS[place]);
            if !is_done {
                open.push(place);
            }
        }
    }
}
