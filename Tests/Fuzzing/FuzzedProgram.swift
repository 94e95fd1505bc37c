import Instruments
import Records
import Storage
import Text

/// The program whose files are fuzzed: two timepoints, a questionnaire with and one without answers,
/// one attribute.
struct FuzzedProgram {
  let program: Program
  /// Who may be named in the scores.
  let participants: ParticipantTable

  /// One id is the beginning of another, one is not ASCII.
  static let names = ["P1", "P10", "é7"]

  private static let csv = FuzzedProgram(.csv)
  private static let json = FuzzedProgram(.json)

  /// The program with a store of that kind.
  static func with(_ format: LineFormat) -> FuzzedProgram { format == .csv ? csv : json }

  private init(_ format: LineFormat) {
    let text = """
      {"schema": "outcomes.program/1", "name": "fuzzed", "store": "\(format.rawValue)",
      "timepoints": [{"id": "baseline", "day": 0}, {"id": "day30", "day": 30}],
      "instruments": ["ucla-3", "healthy-days"], "attributes": ["site"]}
      """
    guard let program = try? Self.program(text) else {
      refute("the fuzzed program cannot be read")
    }
    self.program = program
    let reader = ParticipantChunkReader(settings: program.settings, file: "participants")
    participants = Self.everybody(program, reader)
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

  private static func everybody(
    _ program: Program, _ reader: ParticipantChunkReader
  ) -> ParticipantTable {
    var bytes: [UInt8] = []
    let writer = LineWriter(
      schema: StoreFile.participants.schema(program.settings), format: program.settings.store)
    for name in names {
      writer.append(
        [name, "2026-01-01", "enroll", "2026-01-01T10:00:00Z", "ada", "", "", ""], to: &bytes)
    }
    let lines = 0..<bytes.count
    bytes += [UInt8](repeating: 0, count: ByteWord.size)
    var table = ParticipantTable(attributes: 1)
    expect(table.add(reader.read(&bytes, lines: lines)).isEmpty, "everybody is enrolled")
    return table
  }
}
