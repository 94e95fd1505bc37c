/// Calls `body` with every item, on all cores at the same time, and waits for all of them.
/// - Throws: the first error that `body` throws.
package func concurrently<Items: Sequence>(
  _ items: Items, _ body: @escaping @Sendable (Items.Element) async throws -> Void
) async throws where Items.Element: Sendable {
  try await withThrowingTaskGroup(of: Void.self) { group in
    for item in items { group.addTask { try await body(item) } }
    try await group.waitForAll()
  }
}
