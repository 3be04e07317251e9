// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.howto;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The ids of jobs and savepoints that a page shows, and those of now. */
final class KnownIds {
  private static final Pattern ID =
      Pattern.compile("savepoint-[0-9a-f]{6}-[0-9a-f]{12}|\\b[0-9a-f]{32}\\b");

  private final Map<String, String> nowOfPage = new LinkedHashMap<>();

  /** Takes each new id that was printed for the one at the same place of the page. */
  void learn(String page, String printed) {
    List<String> shown = ids(page);
    List<String> now = ids(printed);
    for (int i = 0; i < Math.min(shown.size(), now.size()); i++) {
      nowOfPage.putIfAbsent(shown.get(i), now.get(i));
    }
  }

  private static List<String> ids(String text) {
    return ID.matcher(text).results().map(MatchResult::group).toList();
  }

  /** What a page says, with the ids of now. */
  String now(String page) {
    String text = page;
    for (Map.Entry<String, String> id : nowOfPage.entrySet()) {
      text = text.replace(id.getKey(), id.getValue());
    }
    return text;
  }

  /** What is said now, with the ids of the page. */
  String page(String now) {
    String text = now;
    for (Map.Entry<String, String> id : nowOfPage.entrySet()) {
      text = text.replace(id.getValue(), id.getKey());
    }
    return text;
  }
}
