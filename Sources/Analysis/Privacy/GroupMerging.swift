/// The groups combined because they are too small to be shown.
///
/// All groups below the smallest size become one, which follows the others. If they are too few
/// even together, the next smallest group joins them; the first of several of the same size.
struct GroupMerging {
  /// For each group, in the order given, its position among the groups shown.
  let positions: [Int]
  private let merged: [Int]

  /// - Parameters:
  ///   - sizes: the number of people in each group.
  ///   - smallest: the smallest number of people in a group.
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
    // A single small group keeps its name.
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

  /// The groups shown, with the combined group last.
  func groups(of values: [CohortSelection.AttributeValue]) -> [CohortSelection.AttributeValue] {
    let kept = values.indices.filter { !merged.contains($0) }.map { values[$0] }
    guard let attribute = values.first?.attribute, !merged.isEmpty else { return kept }
    return kept + [.init(attribute: attribute, value: "", merged: merged.count)]
  }
}
