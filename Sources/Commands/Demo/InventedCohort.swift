import Instruments
import Records
import Text

/// The cohort of the demonstration: invented participants whose paired mean changes are those of a
/// published study (`InventedMeasure.all`). There can be any number of them, from the same seed and
/// in the same proportions; the same number gives the same participants on every machine.
///
/// It is made in blocks, in any order or at the same time, so that a million participants are never
/// in memory together. Each block has the planned means.
struct InventedCohort: Sendable {
  /// The number of participants, at least 1.
  let participants: Int
  private let seed: UInt64
  /// The possible forms of each measure, which are the same in every cohort.
  private static let forms = InventedMeasure.all.map(FilledForms.init)

  /// - Parameter seed: the seed; another one gives other participants with the same means.
  init(participants: Int, seed: UInt64 = InventedCohort.seed) {
    self.participants = participants
    self.seed = seed
  }

  /// The date of the analyses in the demonstration, when every window has closed.
  static let asOf = CalendarDate(daysSinceEpoch: 20_269)  // 2025-06-30

  /// Returns the settings of the program with these participants.
  static func settings(store: LineFormat) -> ProgramSettings {
    ProgramSettings(
      name: "Demonstration (invented people)", store: store, timepoints: timepoints,
      instruments: InventedMeasure.all.map(\.instrument.id), attributes: attributes,
      savings: .humana2019(instrument: BuiltInInstruments.healthyDays.id))
  }

  /// The number of blocks in the cohort.
  var blockCount: Int { (participants + Self.blockSize - 1) / Self.blockSize }

  /// Returns one block, counted from 0; all blocks in order are the cohort.
  func block(_ number: Int) -> InventedBlock {
    let first = number * Self.blockSize
    let enrollments = (first..<min(first + Self.blockSize, participants)).compactMap { index in
      ParticipantID(rawValue: name(of: index)).map { id in
        let day = index * Self.enrollmentDays / participants
        return InventedEnrollment(id: id, date: Self.firstDay.adding(days: day))
      }
    }
    return InventedBlock(
      enrollments, timepoints: Self.timepoints, forms: Self.forms,
      generator: SeededGenerator(seed: seed, stream: number))
  }

  /// Returns a writer for the participants file.
  static func participantsWriter(_ format: LineFormat) -> LineWriter {
    LineWriter(schema: StoreSchema.participants(attributes: attributes), format: format)
  }

  /// Returns a writer for the scores file.
  static func scoresWriter(_ format: LineFormat) -> LineWriter {
    LineWriter(schema: StoreSchema.scores, format: format)
  }

  /// Returns the id of the participant at `index`, counted from 0: `P001`, with as many digits as
  /// the last one needs.
  private func name(of index: Int) -> String {
    let width = max(3, String(participants).count)
    let digits = String(index + 1)
    return "P" + String(repeating: "0", count: width - digits.count) + digits
  }

  private static let attributes = ["site", "age_band"]

  /// The seed, chosen so that the means of 815 participants are well within the rounding of the
  /// published figures.
  private static let seed: UInt64 = 2512
  private static let blockSize = 1024
  static let firstDay = CalendarDate(daysSinceEpoch: 19_968)  // 2024-09-02
  private static let enrollmentDays = 166

  private static let timepoints = Timepoint.withUsualWindows(
    [("baseline", 0), ("day30", 30), ("day60", 60), ("day90", 90)].compactMap { name, day in
      TimepointID(rawValue: name).map { (id: $0, day: day) }
    })
}
