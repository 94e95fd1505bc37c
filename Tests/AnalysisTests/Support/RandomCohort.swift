import TestSupport

/// Thirty people who enroll, answer, leave out items, come late and withdraw as a seed says.
struct RandomCohort {
  private(set) var cohort = SmallCohort()
  private var generator: SeededGenerator

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
    cohort.instruments = ["healthy-days", "ucla-3"]
    for number in 1...30 { add("P\(number)") }
  }

  private mutating func add(_ id: String) {
    let start = Int.random(in: 0...60, using: &generator)
    cohort.enroll(
      id, day: start, site: ["", "north", "south"].randomElement(using: &generator) ?? "")
    for (timepoint, day) in cohort.timepoints {
      let late = Int.random(in: 0...40, using: &generator) - (day == 0 ? 0 : 20)
      switch Int.random(in: 0..<8, using: &generator) {
      case 0..<5:
        let score = Double.random(in: 0...20, using: &generator).rounded()
        cohort.record(id, timepoint, score, day: start + day + late, on: "healthy-days")
      case 5:
        cohort.recordTooFew(id, timepoint, day: start + day + late)
      default:
        break
      }
    }
    if Int.random(in: 0..<4, using: &generator) == 0 {
      cohort.withdraw(id, day: start + Int.random(in: 0...120, using: &generator))
    }
  }
}
