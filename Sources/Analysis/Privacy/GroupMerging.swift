/// Which groups are taken together because they are too small to be shown.
///
/// All groups below the smallest size become one, which stands behind the others. Where even
/// together they are too few, the next smallest group joins; the first one of several of the same
/// size.
struct GroupMerging {
  /// For each group, in the order given, its place among those that are shown.
  let positions: [Int]
  private let merged: [Int]

  /// - Parameters:
  ///   - sizes: how many people each group has.
  ///   - smallest: how many people a group must have.
  init(_ sizes: [Int], smallest: Int) {
    let bySize = sizes.indices.sorted { (sizes[$0], $0) < (sizes[$1], $1) }
    var merged = bySize.filter { sizes[$0] < smallest }
    var people = merged.reduce(0) { $0 + sizes[$1] }
    while !merged.isEmpty, people < smallest, merged.count < sizes.count {
      let next = bySize[merged.count]
      merged.append(next)
      people += sizes[next]
    }
    let isMerged = sizes.indices.map(merged.contains)
    // A group by itself keeps its name.
    self.merged = merged.count > 1 ? merged : []
    var next = 0
    var positions: [Int] = []
    let kept = sizes.count - self.merged.count
    for index in sizes.indices {
      if self.merged.isEmpty || !isMerged[index] {
        positions.append(next)
        next += 1
      } else {
        positions.append(kept)
      }
    }
    self.positions = positions
  }

  /// The groups that are shown, with those taken together as the last.
  func groups(of values: [CohortSelection.AttributeValue]) -> [CohortSelection.AttributeValue] {
    let kept = values.indices.filter { !merged.contains($0) }.map { values[$0] }
    guard let attribute = values.first?.attribute, !merged.isEmpty else { return kept }
    return kept + [.init(attribute: attribute, value: "", merged: merged.count)]
  }
}
