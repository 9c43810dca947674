"""Where each node of the network is drawn: forces pull what is linked together, the same each time."""

from __future__ import annotations

from coach.domain.network import Picture

Places = dict[str, tuple[float, float]]
STEPS = 120
"""Steps of the layout; more of them moved nothing to be seen with 300 people."""


def places(picture: Picture) -> Places:
    """x and y, each −1 to 1, of each person's id and each hub's name (Fruchterman and Reingold, 1991).

    Parts without a link between them are laid out one by one and set side by side, so that none drifts away.
    """
    import networkx

    graph: networkx.Graph[str] = networkx.Graph()
    graph.add_nodes_from([*picture.people, *(hub.name for hub in picture.hubs)])
    for link in picture.links:
        graph.add_edge(link.first, link.second, weight={"introduced": 2.0, "together": 1.0, "shared": 0.7}[link.kind])
    parts = sorted(networkx.connected_components(graph), key=lambda part: (-len(part), min(part)))
    if not parts:
        return {}
    found: Places = {}
    left = 0.0
    widths = [max(len(part), 4) ** 0.5 for part in parts]
    for part, width in zip(parts, widths, strict=True):
        inner = graph.subgraph(sorted(part))
        spots = networkx.spring_layout(inner, seed=7, iterations=STEPS, k=1.6 / len(part) ** 0.5)
        for node, (x, y) in spots.items():
            found[node] = (left + (float(x) + 1) / 2 * width, float(y) * width)
        left += width * 1.15
    return _fitted(found)


def _fitted(found: Places) -> Places:
    """Stretched to fill the square."""
    xs, ys = [x for x, _ in found.values()], [y for _, y in found.values()]
    middle_x, middle_y = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
    half_x, half_y = max((max(xs) - min(xs)) / 2, 1e-9), max((max(ys) - min(ys)) / 2, 1e-9)
    return {node: ((x - middle_x) / half_x, (y - middle_y) / half_y) for node, (x, y) in found.items()}
