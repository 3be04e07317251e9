// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.sessionize;

import io.drey.operators.sameness.Timed;

/**
 * The events of these tests: texts whose first letter is their key. A login starts a session, a
 * logout ends one.
 */
final class Visits {
  static final SessionFunctions<String> ANY = SessionFunctions.anyEvent();
  static final SessionFunctions<String> TO_LOGOUT = ANY.endingAt(Visits::isLogout);
  static final SessionFunctions<String> FROM_LOGIN = ANY.startingAt(Visits::isLogin);
  static final SessionFunctions<String> LOGIN_TO_LOGOUT = FROM_LOGIN.endingAt(Visits::isLogout);

  private Visits() {}

  static Timed<String> at(String value, long time) {
    return new Timed<>(value, time);
  }

  static String key(String event) {
    return event.substring(0, 1);
  }

  static boolean isLogin(String event) {
    return event.contains("login");
  }

  static boolean isLogout(String event) {
    return event.contains("logout");
  }

  static String text(Session<String, String> session) {
    String opening = session.opening() == null ? "" : session.opening() + ": ";
    return "%s%s %d..%d %d %s%s"
        .formatted(
            opening,
            session.events(),
            session.start().toEpochMilli(),
            session.end().toEpochMilli(),
            session.count(),
            session.reason().word(),
            session.complete() ? " complete" : "");
  }
}
