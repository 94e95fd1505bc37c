/// Finds the numbers to hide: see `SuppressionPlan` for the aim and the reasons.
struct SuppressionSearch {
  private let policy: SmallNumberPolicy
  private var table: ConsistentCounts
  /// True for numbers decided by an earlier plan.
  private let isSettled: [Bool]
  /// Hidden numbers whose protection is not proven yet.
  private var unproven: [Int] = []
  /// The reader's knowledge if everything that may be hidden is.
  private let leastKnown: ConsistentCounts
  /// For the numbers examined so far, true if hiding them would make them unknown.
  private var canBeUnknown: [Int: Bool] = [:]

  private var disclosedCounts: DisclosedCounts { table.disclosedCounts }

  init(
    _ disclosedCounts: DisclosedCounts, _ policy: SmallNumberPolicy, after earlier: SuppressionPlan?
  ) {
    self.policy = policy
    isSettled = disclosedCounts.entries.map { earlier?.hasDecided($0.address) ?? false }
    let isFree = disclosedCounts.entries.map { entry in
      if let earlier, earlier.hasDecided(entry.address) { return !earlier.shows(entry.address) }
      return entry.use == .unprinted || entry.use != .known && policy.hides(entry.count)
    }
    table = ConsistentCounts(disclosedCounts, isFree: isFree, readings: policy.readings)
    let isSettled = isSettled
    leastKnown = ConsistentCounts(
      disclosedCounts,
      isFree: isFree.indices.map {
        isFree[$0] || !isSettled[$0] && disclosedCounts.entries[$0].use != .known
      }, readings: policy.readings)
    unproven = isFree.indices.filter { isFree[$0] }
  }

  /// The positions of all hidden numbers.
  var hidden: [Int] { disclosedCounts.entries.indices.filter { table.isFree[$0] } }

  /// Hides numbers until everything is protected, or nothing more can be hidden.
  mutating func run() {
    while let position = unproven.popLast() {
      while !isProtected(position), let next = nextToHide(for: position) {
        table.free(next)
        unproven.append(next)
      }
    }
  }

  private func isProtected(_ position: Int) -> Bool {
    let entry = disclosedCounts.entries[position]
    let allows = { table.allows(position, toBe: $0) }
    guard policy.hides(entry.count) else {
      return entry.use == .unprinted || entry.count == 0 || allows(entry.count + 1)
        || allows(entry.count - 1)
    }
    if policy.roundTo == nil { return allows(policy.minimum) }
    let others = [entry.count - 1, entry.count + 1].filter(policy.hides)
    return (allows(0) || allows(policy.minimum))
      && (others.isEmpty || others.contains(where: allows))
  }

  /// The number to hide in order to protect another; nil if there is none. Less important numbers
  /// are preferred: a number is hidden only if hiding everything less important would not be
  /// enough, so that no result is hidden if details suffice. Among equals, one that is sufficient
  /// by itself is taken; the nearest, then the smallest.
  private mutating func nextToHide(for position: Int) -> Int? {
    let near = choices(around: position).filter { mayBecomeUnknown($0) }
    var relaxed = self
    for rank in Set(near.map(rank)).sorted() {
      let choices = near.filter { self.rank($0) == rank }
      let without = relaxed
      relaxed = relaxed.freeing(choices)
      guard relaxed.isProtected(position) else { continue }
      return choices.prefix(Self.mostTriedIndividually).first {
        without.freeing([$0]).isProtected(position)
      }
        ?? choices.first
    }
    return near.first
  }

  /// True if hiding a number can make it unknown; numbers determined by the sizes of the groups
  /// cannot become unknown.
  private mutating func mayBecomeUnknown(_ position: Int) -> Bool {
    if let known = canBeUnknown[position] { return known }
    let count = disclosedCounts.entries[position].count
    let answer = [count + 1, count - 1].contains { leastKnown.allows(position, toBe: $0) }
    canBeUnknown[position] = answer
    return answer
  }

  private func freeing(_ positions: [Int]) -> SuppressionSearch {
    var search = self
    for position in positions { search.table.free(position) }
    return search
  }

  /// The largest number of candidates.
  private static let mostCandidates = 40
  /// The number of candidates tried individually.
  private static let mostTriedIndividually = 6

  /// The numbers that may still be hidden, the nearest first: those in a sum with the number, then
  /// those in a sum with these or with other hidden numbers. A 0 protects hardly anything and may
  /// be shown; it is hidden only if nothing else is left.
  private func choices(around start: Int) -> [Int] {
    var found: [Int] = []
    var zeros: [Int] = []
    var seen: Set<Int> = [start]
    var seenSums: Set<Int> = []
    var ring = [start]
    while !ring.isEmpty, found.count < Self.mostCandidates {
      let sums = ring.flatMap { table.sumsOfNumber[$0] }.filter { seenSums.insert($0).inserted }
      ring = sums.flatMap { [disclosedCounts.sums[$0].whole] + disclosedCounts.sums[$0].parts }
        .filter {
          (table.isFree[$0] || mayBeHidden($0)) && seen.insert($0).inserted
        }
      let hideable = ring.filter(mayBeHidden).sorted {
        (rank($0), disclosedCounts.entries[$0].count, $0) < (
          rank($1), disclosedCounts.entries[$1].count, $1
        )
      }
      found += hideable.filter { disclosedCounts.entries[$0].count > 0 }
      zeros += hideable.filter { disclosedCounts.entries[$0].count == 0 }
    }
    return Array((found.isEmpty ? zeros : found).prefix(Self.mostCandidates))
  }

  private func mayBeHidden(_ position: Int) -> Bool {
    !table.isFree[position] && !isSettled[position]
      && disclosedCounts.entries[position].use != .known
  }

  /// The importance of a number; the lowest is hidden first.
  private func rank(_ position: Int) -> Int { disclosedCounts.entries[position].use.rawValue }
}
