import Foundation
import Text

/// What libFuzzer calls with every input it thinks of. A property that does not hold ends the
/// process, and libFuzzer keeps the input.
/// - Returns: 0: every input may be kept as a seed.
@_cdecl("LLVMFuzzerTestOneInput")
package func testOneInput(_ bytes: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  target.check(Array(UnsafeBufferPointer(start: bytes, count: size)))
  return 0
}

/// The target that the environment names: libFuzzer owns the command line.
private let target: FuzzTarget = {
  let name = ProcessInfo.processInfo.environment["OUTCOMES_FUZZ_TARGET"] ?? ""
  guard let target = FuzzTarget(rawValue: name) else {
    refute("OUTCOMES_FUZZ_TARGET names no target")
  }
  return target
}()

/// What can be fuzzed.
enum FuzzTarget: String {
  /// The lines of either file of a CSV store, without the header.
  case csv = "csv-lines"
  /// The lines of either file of a JSON store.
  case json = "json-lines"
  /// A file of `instruments/`.
  case instrument
  /// `program.json`.
  case program

  func check(_ input: [UInt8]) {
    switch self {
    case .csv: checkLines(FuzzedLines(input), .csv)
    case .json: checkLines(FuzzedLines(input), .json)
    case .instrument: InstrumentFuzzing.check(input)
    case .program: ProgramFuzzing.check(input)
    }
  }

  private func checkLines(_ lines: FuzzedLines, _ format: LineFormat) {
    let programs = FuzzedProgram.attributeCounts.map {
      FuzzedProgram.with(format, attributes: $0)
    }
    for program in programs {
      lines.checkAgainstPlainReader(program)
      ParticipantsFuzzing(program).check(lines)
    }
    // Scores are written alike whatever is known of the participants.
    ScoresFuzzing(programs[0]).check(lines)
  }
}
