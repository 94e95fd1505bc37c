/// A cohort's scores over time, reduced in one pass to moments for each pattern of observed
/// timepoints.
///
/// All sums are free of rounding (`ExactSum`), so that the order of the participants, the division
/// of the cohort into pieces and the number of threads change no bit of any result.
///
/// With no covariates but group and time, the normal likelihood needs nothing else from the data:
/// Little & Rubin, Statistical Analysis with Missing Data (3rd ed., 2019), chapter 7.
package struct PatternStatistics: Sendable {
  /// The number of timepoints, 1…64; number 0 is the baseline.
  package let timepoints: Int
  /// The number of groups, at least 1.
  package let groups: Int
  private var places: [Pattern: Int] = [:]
  private var sums: [PatternSums] = []

  /// Statistics of no participants.
  package init(timepoints: Int, groups: Int = 1) {
    self.timepoints = timepoints
    self.groups = groups
  }

  /// The statistics of a cohort given all at once: see `add(_:groups:)`.
  package init(columns: [[Double]], groups: [Int]? = nil, numberOfGroups: Int = 1) {
    self.init(timepoints: columns.count, groups: numberOfGroups)
    add(columns, groups: groups)
  }

  /// Adds participants; those without any score do not count.
  ///
  /// - Parameters:
  ///   - columns: for each timepoint, the participants' scores in the same order; NaN, or any other
  ///     value that is not finite, if there is none.
  ///   - groups: each participant's group, from 0; nil if all are in group 0.
  package mutating func add(_ columns: [[Double]], groups groupNumbers: [Int]? = nil) {
    precondition(columns.count == timepoints, "one column for each timepoint")
    var latest = (pattern: Pattern(group: -1, observed: ObservedTimepoints([])), place: 0)
    var scores: [Double] = []
    scores.reserveCapacity(timepoints)
    for participant in columns[0].indices {
      scores.removeAll(keepingCapacity: true)
      var pattern = Pattern(
        group: groupNumbers?[participant] ?? 0, observed: ObservedTimepoints([]))
      for timepoint in 0..<timepoints {
        let score = columns[timepoint][participant]
        guard score.isFinite else { continue }
        pattern.observed.bits |= 1 << UInt64(timepoint)
        scores.append(score)
      }
      guard !scores.isEmpty else { continue }
      if pattern != latest.pattern { latest = (pattern, place(of: pattern)) }
      sums[latest.place].add(scores)
    }
  }

  /// Adds the participants of other statistics with the same number of timepoints and groups.
  package mutating func add(_ other: PatternStatistics) {
    for (pattern, number) in other.places { sums[place(of: pattern)].add(other.sums[number]) }
  }

  /// The number of participants with any score, in all groups or in one.
  package func participants(group: Int? = nil) -> Int {
    count { group == nil || $0.group == group }
  }

  /// The number of participants with a score at a timepoint, in all groups or in one.
  package func participants(scoredAt timepoint: Int, group: Int? = nil) -> Int {
    count { $0.observed.contains(timepoint) && (group == nil || $0.group == group) }
  }

  /// The moments of each pattern in the data, by observed timepoints, then by group.
  package var moments: [PatternMoments] {
    places.sorted { ($0.key.observed, $0.key.group) < ($1.key.observed, $1.key.group) }
      .map { sums[$0.value].moments(group: $0.key.group, observed: $0.key.observed) }
  }

  private func count(_ isCounted: (Pattern) -> Bool) -> Int {
    places.reduce(0) { $0 + (isCounted($1.key) ? sums[$1.value].participants : 0) }
  }

  /// The index of a pattern's sums, which are added if the pattern is new.
  private mutating func place(of pattern: Pattern) -> Int {
    if let place = places[pattern] { return place }
    precondition(pattern.group >= 0 && pattern.group < groups, "groups are numbered from 0")
    places[pattern] = sums.count
    sums.append(PatternSums(scores: pattern.observed.timepoints.count))
    return sums.count - 1
  }

  private struct Pattern: Hashable {
    let group: Int
    var observed: ObservedTimepoints
  }
}
