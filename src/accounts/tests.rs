//! Accounts, through HTTP: signing in and out, one's own account, everybody's accounts, API tokens.

mod access;
mod address;
mod assistance;
mod going_on;
mod invitations;
mod known;
mod own;
mod sign_in;
mod tokens;
