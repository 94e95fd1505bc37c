import Instruments
import Records
import Storage
import TestSupport
import Text

/// A program whose files are fuzzed: two timepoints, a questionnaire with and one without answers,
/// and some attributes.
struct FuzzedProgram {
  let program: Program
  /// Who may be named in the scores.
  let participants: ParticipantColumns

  /// One id is the beginning of another, one is not ASCII.
  static let names = ["P1", "P10", "é7"]

  /// How many attributes the programs have; each is another form of the lines.
  static let attributeCounts = [1, 3, 6]

  private static let all = LineFormat.allCases.flatMap { format in
    attributeCounts.map { FuzzedProgram(format, attributes: $0) }
  }

  /// The program with a store of that kind and that many attributes.
  static func with(_ format: LineFormat, attributes: Int) -> FuzzedProgram {
    let program = all.first {
      $0.format == format && $0.program.settings.attributes.count == attributes
    }
    guard let program else { refute("no program has \(attributes) attributes") }
    return program
  }

  private init(_ format: LineFormat, attributes: Int) {
    let names = ["site", "arm", "sex", "age_band", "language", "referred_by"].prefix(attributes)
    let text = """
      {"schema": "outcomes.program/1", "name": "fuzzed", "store": "\(format.rawValue)",
      "timepoints": [{"id": "baseline", "day": 0}, {"id": "day30", "day": 30}],
      "instruments": ["ucla-3", "healthy-days"], 
      "attributes": \(Array(names))}
      """
    guard let program = try? Self.program(text) else {
      refute("the fuzzed program cannot be read")
    }
    self.program = program
    guard let participants = try? Self.everybody(program) else {
      refute("nobody can be enrolled in the fuzzed program")
    }
    self.participants = participants
  }

  var format: LineFormat { program.settings.store }

  /// The schema of one of the files.
  func schema(_ file: StoreFile) -> LineSchema { file.schema(program.settings) }

  private static func program(_ text: String) throws -> Program {
    let document = try JSONDocument.parse(Array(text.utf8), file: "program.json")
    let settings = try ProgramSettings(reading: document, file: "program.json")
    return try Program(
      settings: settings, available: BuiltInInstruments.all, file: "program.json")
  }

  private static func everybody(_ program: Program) throws -> ParticipantColumns {
    let settings = program.settings
    let events = try names.map { name in
      ParticipantEvent(
        participant: try SampleProgram.participant(name),
        date: try SampleProgram.date("2026-01-01"), action: .enroll,
        recordedAt: try SampleProgram.timestamp("2026-01-01T10:00:00Z"), recordedBy: "ada",
        reason: "", attributes: settings.attributes.map { _ in "" })
    }
    return try ParticipantColumns(reading: StoreText(events, settings), settings)
  }
}
