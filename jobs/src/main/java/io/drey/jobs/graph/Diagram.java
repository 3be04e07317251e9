package io.drey.jobs.graph;

import java.util.List;

/** A language that draws graphs: how it writes vertices, edges and any text on them. */
public enum Diagram {
  MERMAID("flowchart LR", "") {
    @Override
    String vertex(String id, String text, Shape shape) {
      String label = "\"" + MermaidText.escape(text) + "\"";
      return "  "
          + node(id)
          + switch (shape) {
            case BOX -> "[" + label + "]";
            case DOUBLE_BOX -> "[[" + label + "]]";
            case DOT -> "((\" \"))";
          };
    }

    @Override
    String edge(String from, String to, String label) {
      String arrow = label.isEmpty() ? " --> " : " -->|" + onEdge(label) + "| ";
      return "  " + node(from) + arrow + node(to);
    }

    private static String onEdge(String label) {
      return label.matches("[a-z-]+") ? label : "\"" + MermaidText.escape(label) + "\"";
    }

    /** Some ids are words of the language ({@code end}). */
    private static String node(String id) {
      return "v-" + id;
    }
  },
  DOT("digraph {\n  rankdir=LR\n  node [shape=box]", "}") {
    @Override
    String vertex(String id, String text, Shape shape) {
      String label = "[label=\"" + escape(text) + "\"";
      return "  \""
          + id
          + "\" "
          + switch (shape) {
            case BOX -> label + "]";
            case DOUBLE_BOX -> label + " peripheries=2]";
            case DOT -> "[shape=point]";
          };
    }

    @Override
    String edge(String from, String to, String label) {
      String attribute = label.isEmpty() ? "" : " [label=\"" + escape(label) + "\"]";
      return "  \"" + from + "\" -> \"" + to + "\"" + attribute;
    }

    /** A backslash and an ampersand begin what stands for something else. */
    private static String escape(String text) {
      return text.replace("\\", "\\\\")
          .replace("\"", "\\\"")
          .replace("&", "&amp;")
          .replaceAll("\\R", "\\\\n")
          .replaceAll("\\p{Cntrl}", " ");
    }
  };

  /** What a vertex looks like. */
  enum Shape {
    BOX,
    DOUBLE_BOX,
    /** A place to start from, without a text. */
    DOT
  }

  private final String head;
  private final String foot;

  Diagram(String head, String foot) {
    this.head = head;
    this.foot = foot;
  }

  abstract String vertex(String id, String text, Shape shape);

  abstract String edge(String from, String to, String label);

  /** What stands above vertices and edges. */
  List<String> head() {
    return head.lines().toList();
  }

  /** What stands below them. */
  List<String> foot() {
    return foot.lines().toList();
  }
}
