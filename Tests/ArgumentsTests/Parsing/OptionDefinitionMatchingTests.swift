import XCTest

@testable import Arguments

final class OptionDefinitionMatchingTests: XCTestCase {
  private let options: [OptionDefinition] = [
    SampleCommands.output, SampleCommands.format, .help,
  ]

  func testMatching() {
    let expectations = [
      ("--output", "output"), ("--output=x", "output"), ("-o", "output"), ("-ox", "output"),
      ("-h", "help"), ("--o", nil), ("--out", nil), ("-output", nil), ("-output=x", nil),
      ("output", nil), ("--Output", nil),
    ]
    for (argument, name) in expectations {
      XCTAssertEqual(options.matching(argument)?.name, name, argument)
    }
  }

  func testNearest() {
    let expectations = [
      ("--ouptut=x", "output"), ("-output", "output"), ("--FORMAT", "format"), ("--help1", "help"),
      ("--bogus", nil),
    ]
    for (argument, name) in expectations {
      XCTAssertEqual(options.nearest(to: argument)?.name, name, argument)
    }
  }
}
