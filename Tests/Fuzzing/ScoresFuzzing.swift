import Records
import Storage
import TestSupport
import Text

/// What must hold for the scores file, whatever stands in it.
struct ScoresFuzzing {
  private let fuzzed: FuzzedProgram
  private let program: Program
  private let everybody: AssessmentReader
  private let chunks: ScoreChunkReader
  private let file: String

  init(_ fuzzed: FuzzedProgram) {
    self.fuzzed = fuzzed
    program = fuzzed.program
    file = StoreFile.scores.name(fuzzed.format)
    everybody = AssessmentReader(
      program: program, participants: fuzzed.participants, file: file)
    chunks = ScoreChunkReader(
      program: program, participants: fuzzed.participants, file: file, keepsAnswers: true)
  }

  func check(_ lines: FuzzedLines) {
    let reading = lines.read(everybody.read)
    let (assessments, problems) = (reading.lines, reading.problems)
    expect(reading.lineCount == lines.lines.count, "every line is counted")
    for problem in problems { problem.checkPlace(in: lines, file: file) }
    checkColumns(lines, assessments.map(\.value), problems)
    for name in FuzzedProgram.names {
      guard let participant = ParticipantID(rawValue: name) else { continue }
      checkPerson(participant, lines, assessments.map(\.value), problems)
    }
    for format in LineFormat.allCases {
      checkWrittenAgain(
        assessments.map(\.value), .with(format, attributes: program.settings.attributes.count))
    }
  }

  /// The columns say what the values say, in one piece and in two.
  private func checkColumns(
    _ lines: FuzzedLines, _ assessments: [Assessment], _ problems: [Diagnostic]
  ) {
    let cells = CohortCell.all(assessments)
    for pieces in [[0..<lines.lines.count], [0..<lines.cut, lines.cut..<lines.lines.count]] {
      var table = CohortColumns(program: program, participants: fuzzed.participants)
      var found: [Diagnostic] = []
      for piece in pieces {
        let chunk = lines.read(piece, chunks.read)
        expect(chunk.lineCount == piece.count, "every line of a piece is counted")
        found += chunk.problems.map { $0.movedDown(by: piece.lowerBound) }
        table.add(chunk)
      }
      expect(found == problems, "columns find \(found), values \(problems)")
      let columns = CohortCell.all(table)
      expect(columns == cells, "columns hold \(columns), values \(cells)")
    }
  }

  /// A participant's own lines, found by searching the file for the id, are those of everybody's
  /// that are about them.
  private func checkPerson(
    _ participant: ParticipantID, _ lines: FuzzedLines, _ all: [Assessment],
    _ problems: [Diagnostic]
  ) {
    let theirs = all.filter { $0.participant == participant }
    let expected = problems.aboutReadable(participant, lines, fuzzed, .scores)
    let folder = MemoryFolder(lines, in: .scores, fuzzed).folder
    do throws(Problems) {
      let found = try folder.assessments(of: participant, program)
      expect(found == theirs, "of \(participant): \(found), among all: \(theirs)")
      expect(expected.isEmpty, "of \(participant) no problem, among all: \(expected)")
    } catch {
      if error.isAboutTheWholeFile { return }
      let header = fuzzed.format.hasHeader ? 1 : 0
      let moved = expected.map { $0.movedDown(by: header) }
      for problem in moved {
        expect(error.diagnostics.contains(problem), "of \(participant) not found: \(problem)")
      }
      let known = problems.map { $0.movedDown(by: header) }
      for problem in error.diagnostics {
        expect(known.contains(problem), "only of \(participant): \(problem)")
      }
    }
  }

  /// What was read and is written in either format reads the same.
  private func checkWrittenAgain(_ assessments: [Assessment], _ fuzzed: FuzzedProgram) {
    var bytes: [UInt8] = []
    let writer = LineWriter(schema: fuzzed.schema(.scores), format: fuzzed.format)
    for assessment in assessments { writer.append(assessment.values, to: &bytes) }
    let reader = AssessmentReader(
      program: fuzzed.program, participants: fuzzed.participants, file: file)
    let again = FuzzedLines(bytes).read(reader.read)
    expect(again.problems.isEmpty, "written again: \(again.problems)")
    expect(
      again.values.map(\.values) == assessments.map(\.values),
      "written again: \(again.values), before: \(assessments)")
  }
}
