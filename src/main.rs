//! The program: reads its arguments and runs one of the commands.

use clap::Parser as _;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    cooperator::commands::run(cooperator::config::Cli::parse())
}
