/// The scores of a block of invented participants on one questionnaire, before any answer is left
/// out: individual scores are random, means are as planned.
struct InventedScores: Sendable {
  /// For each timepoint, one score per participant in their order; meaningless without a visit.
  private(set) var columns: [[Int]] = []

  private let measure: InventedMeasure
  /// The position of the questionnaire in the program.
  private let questionnaire: Int
  private let people: [InventedParticipant]

  init(
    _ measure: InventedMeasure, questionnaire: Int, of people: [InventedParticipant],
    using generator: inout SeededGenerator
  ) {
    self.measure = measure
    self.questionnaire = questionnaire
    self.people = people
    columns = [baseline(using: &generator)]
    columns += followUps(using: &generator)
  }

  /// Draws the scores at baseline. Half of their variance is due to severity, which all
  /// questionnaires share.
  private func baseline(using generator: inout SeededGenerator) -> [Int] {
    let scale = measure.baselineSpread * 0.5.squareRoot()
    let drafts = people.map { scale * ($0.severity + generator.deviate()) }
    let groups = groups(present: 0, changeAt: measure.remaining.count)
    return column(drafts, groups) { group in
      group.hasChange ? measure.baselineMean : measure.baselineMeanOfOthers
    }
  }

  /// Draws the scores at the follow-ups. Of their variance, a third is due to the participant's
  /// course in all questionnaires, a third to their course in this one, and a third to the day.
  private func followUps(using generator: inout SeededGenerator) -> [[Int]] {
    let scale = measure.followUpSpread * (1.0 / 3).squareRoot()
    let baseline = columns[0]
    let courses = people.map { $0.course + generator.deviate() }
    return measure.remaining.enumerated().map { index, remaining in
      let drafts = people.indices.map { person in
        measure.carriedOver * Double(baseline[person])
          + scale * (courses[person] + generator.deviate())
      }
      let groups = groups(present: index + 1, changeAt: index + 1)
      return column(drafts, groups) { group in
        let sum = group.members.reduce(0) { $0 + baseline[$1] }
        return remaining * Double(sum) / Double(group.members.count)
      }
    }
  }

  /// The positions of participants whose scores have a planned mean.
  private typealias Group = (members: [Int], hasChange: Bool)

  /// Returns the participants with a visit at the timepoint `present`, with and without a change
  /// from baseline to `changeAt`.
  private func groups(present: Int, changeAt timepoint: Int) -> [Group] {
    let came = people.indices.filter { people[$0].visits[present] != nil }
    return [true, false].map { wanted in
      let members = came.filter {
        people[$0].hasChange(questionnaire: questionnaire, timepoint: timepoint) == wanted
      }
      return (members, wanted)
    }
  }

  /// Returns scores that follow the drafts, with the planned mean in each group.
  private func column(
    _ drafts: [Double], _ groups: [Group], mean: (Group) -> Double
  ) -> [Int] {
    var column = [Int](repeating: 0, count: people.count)
    for group in groups where !group.members.isEmpty {
      let scores = RoundedScores.following(
        group.members.map { drafts[$0] }, in: measure.range, mean: mean(group))
      for (person, score) in zip(group.members, scores) { column[person] = score }
    }
    return column
  }
}
