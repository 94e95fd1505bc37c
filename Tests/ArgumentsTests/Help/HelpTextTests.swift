import XCTest

@testable import Arguments

final class HelpTextTests: XCTestCase {
  private let exitCodes: [(code: Int32, meaning: String)] = [(0, "done"), (2, "misread")]

  func testOverview() {
    XCTAssertEqual(
      HelpText(exitCodes: exitCodes).overview(of: SampleCommands.all),
      """
      outcomes tracks a peer-support program: enter scores and report changes.

      Usage: outcomes COMMAND [ARGUMENTS] [FLAGS]

      Try it:
        outcomes demo
            A program with invented participants, and its results

      Set up:
        init      Create a program folder

      Enter scores:
        enroll    Add a participant
        record    Enter a participant's answers
        correct   Change what was entered
        withdraw  Record that a participant withdrew

      Evaluate:
        summary   The cohort's scores and changes

      Share:
        import    Read another tool's file

      Other:
        help      Explain a command

      Flags:
            --version    show the version
            --generate-completion-script bash|zsh|fish
                         print a script that completes commands in that shell
            --store DIR  the program folder; default: OUTCOMES_STORE, or the nearest
                         at or above this folder
        -h, --help       show this help

      Run `outcomes help COMMAND` for examples and the flags of one command.

      """)
  }

  func testPageOfACommand() {
    XCTAssertEqual(
      HelpText(exitCodes: exitCodes).page(of: SampleCommands.record),
      """
      Usage: outcomes record ID TIMEPOINT INSTRUMENT (--answers 2,1,0,.,3 | --score N)
               [--date DATE]

      Enter a participant's answers.

      Examples:
        outcomes record P001 baseline ucla-3 --answers 2,3,3
            Loneliness of P001 at baseline
        outcomes record P001 day30 phq-9 --score 7 --date 2026-03-02
            Only the total is known, and the day is not today

      The answers are checked and scored before anything is written. A second record
      for the same participant, timepoint and instrument is refused: use `outcomes
      correct`.

      Arguments:
        ID          the participant's id
        TIMEPOINT   such as baseline or day30
        INSTRUMENT  such as ucla-3

      Flags:
        --answers 2,1,0,.,3  one answer per item, with a dot for a missing one
        --score N            the total score, without answers
        --date DATE          the day it was filled in

      Flags shared with other commands:
            --store DIR  the program folder; default: OUTCOMES_STORE, or the nearest
                         at or above this folder
        -h, --help       show this help

      Exit codes:
        0  done
        2  misread

      """)
  }

  func testNarrowPage() {
    XCTAssertEqual(
      HelpText(width: 50, exitCodes: exitCodes).page(of: SampleCommands.summary),
      """
      Usage: outcomes summary [--in-window]

      The cohort's scores and changes.

      Example:
        outcomes summary --by site
            One table per site

      It's paired by id.

      Flags:
        --in-window  only assessments made in time

      Flags shared with other commands:
            --format table|csv|json|markdown
                            the format of the output
        -o, --output FILE   write to a file
            --where ATTRIBUTE=VALUE
                            only participants with that
                            value (may be repeated)
            --by ATTRIBUTE  one group for each value of
                            that attribute
            --store DIR     the program folder; default:
                            OUTCOMES_STORE, or the
                            nearest at or above this
                            folder
        -h, --help          show this help

      Exit codes:
        0  done
        2  misread

      """)
  }

  func testAUsageLineIsNotBrokenInsideBrackets() {
    let lines = HelpText(width: 90, exitCodes: exitCodes).page(of: SampleCommands.record).split(
      separator: "\n")
    XCTAssertEqual(lines[1], "         [--date DATE]")
  }

  func testRequiredFlagsSaySo() {
    let page = HelpText(exitCodes: exitCodes).page(of: SampleCommands.withdraw)
    XCTAssertTrue(page.contains("\n  --reason TEXT  the reason, for the record (required)\n"), page)
  }
}
