/// Finds the numbers to hide: see `SuppressionPlan` for what is sought and why.
struct SuppressionSearch {
  private let policy: SmallNumberPolicy
  private var table: ConsistentCounts
  /// Numbers whose fate an earlier plan decided.
  private let isSettled: [Bool]
  /// Numbers that are not shown and whose protection is not proven yet.
  private var unproven: [Int] = []
  /// What a reader knows where everything is hidden that may be.
  private let leastKnown: ConsistentCounts
  /// For the numbers that were asked about so far: whether hiding them would hide anything.
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

  /// The positions of all numbers that are not shown.
  var hidden: [Int] { disclosedCounts.entries.indices.filter { table.isFree[$0] } }

  /// Hides until everything is protected, or nothing more can be hidden.
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

  /// The number to hide for the sake of another; nil where there is none. It is one without which
  /// hiding everything that is missed less would not be enough: so no result is hidden where
  /// details do. Of several, one that is enough by itself is taken; the nearest, and then the
  /// smallest.
  private mutating func nextToHide(for position: Int) -> Int? {
    let near = choices(around: position).filter { mayBecomeUnknown($0) }
    var relaxed = self
    for rank in Set(near.map(rank)).sorted() {
      let choices = near.filter { self.rank($0) == rank }
      let without = relaxed
      relaxed = relaxed.freeing(choices)
      guard relaxed.isProtected(position) else { continue }
      return choices.prefix(Self.triedAlone).first { without.freeing([$0]).isProtected(position) }
        ?? choices.first
    }
    return near.first
  }

  /// Whether hiding a number could hide it: those that follow from the sizes of the groups cannot
  /// be.
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

  /// How many numbers are thought of at a time.
  private static let thoughtOf = 40
  /// How many of them are tried by themselves.
  private static let triedAlone = 6

  /// The numbers that may still be hidden, the nearest first: those in a sum with the number, then
  /// those in a sum with these or with others that are not shown. A 0 protects hardly anything, and
  /// may be shown: one is hidden only where nothing else is left.
  private func choices(around start: Int) -> [Int] {
    var found: [Int] = []
    var zeros: [Int] = []
    var seen: Set<Int> = [start]
    var seenSums: Set<Int> = []
    var ring = [start]
    while !ring.isEmpty, found.count < Self.thoughtOf {
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
    return Array((found.isEmpty ? zeros : found).prefix(Self.thoughtOf))
  }

  private func mayBeHidden(_ position: Int) -> Bool {
    !table.isFree[position] && !isSettled[position]
      && disclosedCounts.entries[position].use != .known
  }

  /// How much a number is missed.
  private func rank(_ position: Int) -> Int { disclosedCounts.entries[position].use.rawValue }
}
