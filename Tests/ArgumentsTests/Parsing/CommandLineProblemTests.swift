import XCTest

@testable import Arguments

final class CommandLineProblemTests: XCTestCase {
  private func message(_ arguments: [String]) -> String? {
    do throws(CommandLineProblems) {
      _ = try CommandLineParser.parse(arguments, commands: SampleCommands.all)
      return nil
    } catch {
      return error.diagnostics.map(\.text).joined(separator: "\n")
    }
  }

  private func check(
    _ expectations: [(arguments: [String], message: String)], line: UInt = #line
  ) {
    for (arguments, expected) in expectations {
      XCTAssertEqual(message(arguments), expected, "\(arguments)", line: line)
    }
  }

  func testCommands() {
    let list = "\n  run `outcomes help` for the list"
    check([
      (["summry"], "unknown command “summry”: did you mean “summary”?" + list),
      (["Summary", "-x"], "unknown command “Summary”: did you mean “summary”?" + list),
      (["hlep"], "unknown command “hlep”: did you mean “help”?" + list),
      (["celebrate"], "unknown command “celebrate”" + list),
      (["help", "recrod"], "unknown command “recrod”: did you mean “record”?" + list),
      (["--store", "here"], "no command is given" + list),
      (["--"], "no command is given" + list),
      (["--vresion"], "unknown flag “--vresion”: did you mean “--version”?" + list),
      (["--stoer", "d"], "unknown flag “--stoer”: did you mean “--store”?" + list),
    ])
  }

  func testFlags() {
    let more = "\n  run `outcomes help summary` for its arguments and flags"
    check([
      (
        ["summary", "--fromat", "json"], "unknown flag “--fromat”: did you mean “--format”?" + more
      ),
      (["summary", "--fromat=json"], "unknown flag “--fromat”: did you mean “--format”?" + more),
      (["summary", "--raw"], "unknown flag “--raw”" + more),
      (["summary", "-output", "x"], "unknown flag “-output”: did you mean “--output”?" + more),
      (["summary", "-output=x"], "unknown flag “-output”: did you mean “--output”?" + more),
      (["summary", "-x"], "unknown flag “-x”" + more),
      (
        ["summary", "--in-window=yes"],
        "--in-window does not take a value, but “yes” is attached to it" + more
      ),
    ])
  }

  func testValues() {
    let more = "\n  run `outcomes help summary` for its arguments and flags"
    check([
      (["summary", "--by"], "--by needs a value: --by ATTRIBUTE" + more),
      (["summary", "--by", "--"], "--by needs a value: --by ATTRIBUTE" + more),
      (["summary", "--by="], "--by needs a value, but it is empty: --by ATTRIBUTE" + more),
      (["summary", "-o", ""], "--output needs a value, but it is empty: --output FILE" + more),
      (
        ["summary", "--by", "--where", "site=North"],
        """
        --by needs a value, but “--where” looks like a flag
          join a value that starts with a dash with “=”: --by=…
        """
      ),
      (
        ["summary", "--format", "jsn"],
        """
        “jsn” is not a valid value for --format: did you mean “json”?
          allowed: table, csv, json or markdown
        """
      ),
      (
        ["summary", "--by", "site", "--by=age_band"],
        """
        --by is given more than once: “site” and “age_band”
          give it once
        """
      ),
    ])
  }

  func testTheCompletionScriptNamesItsShells() {
    check([
      (
        ["--generate-completion-script"],
        """
        --generate-completion-script needs a value: --generate-completion-script bash|zsh|fish
          run `outcomes help` for the list
        """
      ),
      (
        ["--generate-completion-script", "powershell"],
        """
        “powershell” is not a valid value for --generate-completion-script
          allowed: bash, zsh or fish
        """
      ),
    ])
  }

  func testArguments() {
    let more = "\n  run `outcomes help record` for its arguments and flags"
    let moreOnSummary = "\n  run `outcomes help summary` for its arguments and flags"
    let quotes = "\n  put quotes around a value that contains spaces"
    check([
      (
        ["record", "P001", "--score", "3"],
        """
        missing TIMEPOINT: such as baseline or day30
        missing INSTRUMENT: such as ucla-3
        """ + more
      ),
      (["record", "P001", "day30", "x"], "missing --answers 2,1,0,.,3 or --score N" + more),
      (
        ["record", "P001", "day30", "x", "--score", "3", "--answers", "1"],
        "--answers and --score cannot be used together\n  give one of them"
      ),
      (
        ["withdraw", "P001"],
        "missing --reason TEXT: the reason, for the record\n"
          + "  run `outcomes help withdraw` for its arguments and flags"
      ),
      (
        ["withdraw", "P001", "--reason", "moved", "far", "away"],
        "unexpected “far” and “away”" + quotes
      ),
      (["summary", "--rwa", "yes"], "unknown flag “--rwa”" + moreOnSummary),
      (["help", "record", "now"], "unexpected “now”" + quotes),
    ])
  }

  func testEveryProblemIsReported() {
    check([
      (
        [
          "correct", "P001", "--dtae", "2026-01-01", "--score", "1", "--reason", "--score=2",
          "--format", "csv",
        ],
        """
        unknown flag “--dtae”: did you mean “--date”?
        --reason needs a value, but “--score=2” looks like a flag
          join a value that starts with a dash with “=”: --reason=…
        unknown flag “--format”
        --score is given more than once: “1” and “2”
          give it once
        missing INSTRUMENT: such as ucla-3
          run `outcomes help correct` for its arguments and flags
        """
      )
    ])
  }
}
