// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.source.format.pattern;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The list of presets. */
public final class Presets {
  private static final String REQUEST =
      "\"(?P<method>(?:[^ \"\\\\]|\\\\.)*)(?: (?P<path>(?:[^ \"\\\\]|\\\\.)*)"
          + "(?: (?P<protocol>(?:[^ \"\\\\]|\\\\.)*))?)?\"";
  private static final String USER = "(?P<user>\\S+) \\[(?P<time>[^\\]]+)\\] ";
  private static final String COMMON =
      "^(?P<client>\\S+) (?P<ident>\\S+) "
          + USER
          + REQUEST
          + " (?P<status>\\d{3}|-) (?P<bytes>\\d+|-)";
  private static final String AGENT =
      " \"(?P<referrer>(?:[^\"\\\\]|\\\\.)*)\" \"(?P<agent>(?:[^\"\\\\]|\\\\.)*)\"$";
  private static final String SYSLOG =
      " (?P<host>\\S+) (?P<app>[^\\s:\\[]+)(?:\\[(?P<pid>[^\\]]*)\\])?: ?(?P<message>.*)$";
  private static final String LOG4J_TIME =
      "^(?P<time>\\d{4}-\\d{2}-\\d{2}[ T]\\d{2}:\\d{2}:\\d{2}[.,]\\d{3}) +";
  private static final String LOG4J_TEXT =
      "(?P<logger>[^\\s:]+) *(?:\\[(?P<context>[^\\]]*)\\] *)?[:\\-] (?P<message>.*)$";
  private static final String LOCAL = "dd/MMM/yyyy:HH:mm:ss";

  private static final Map<String, Preset> ALL = new TreeMap<>();

  static {
    String clf = LOCAL + " Z";
    add("apache-common", "Apache httpd, LogFormat common", clf, true, true, COMMON + "$");
    add("apache-combined", "Apache httpd, LogFormat combined", clf, true, true, COMMON + AGENT);
    add(
        "nginx-combined",
        "nginx, log_format combined",
        clf,
        true,
        true,
        "^(?P<client>\\S+) - " + USER + REQUEST + " (?P<status>\\d{3}) (?P<bytes>\\d+|-)" + AGENT);
    add(
        "syslog-rfc3164",
        "syslog in its traditional format, with or without <priority>",
        "MMM [ ]d HH:mm:ss",
        false,
        false,
        "^(?:<(?P<priority>\\d{1,3})>)?(?P<time>[A-Z][a-z]{2} +\\d{1,2} \\d{2}:\\d{2}:\\d{2})"
            + SYSLOG);
    add(
        "syslog-rfc5424",
        "syslog as RFC 5424 has it",
        null,
        true,
        true,
        "^<(?P<priority>\\d{1,3})>(?P<version>\\d{1,3}) (?P<time>\\S+) (?P<host>\\S+)"
            + " (?P<app>\\S+) (?P<pid>\\S+) (?P<msgid>\\S+)"
            + " (?P<data>-|(?:\\[(?:[^\\]\"]|\"(?:[^\"\\\\]|\\\\.)*\")*\\])+)(?: (?P<message>.*))?$");
    add(
        "haproxy-http",
        "HAProxy, option httplog, behind a header of syslog or without one",
        LOCAL + ".SSS",
        false,
        true,
        "^(?:.*haproxy\\[\\d+\\]: )?(?P<client>\\S+):(?P<client_port>\\d+) \\[(?P<time>[^\\]]+)\\]"
            + " (?P<frontend>\\S+) (?P<backend>[^ /]+)/(?P<server>\\S+)"
            + " (?P<request_ms>-?\\d+)/(?P<queue_ms>-?\\d+)/(?P<connect_ms>-?\\d+)"
            + "/(?P<response_ms>-?\\d+)/(?P<total_ms>\\+?\\d+)"
            + " (?P<status>-?\\d+) (?P<bytes>\\+?\\d+) (?P<request_cookie>\\S+)"
            + " (?P<response_cookie>\\S+) (?P<termination>\\S+)"
            + " (?P<active>\\d+)/(?P<frontend_active>\\d+)/(?P<backend_active>\\d+)"
            + "/(?P<server_active>\\d+)/(?P<retries>\\+?\\d+)"
            + " (?P<server_queue>\\d+)/(?P<backend_queue>\\d+)"
            + "(?: \\{(?P<request_headers>[^}]*)\\})?(?: \\{(?P<response_headers>[^}]*)\\})?"
            + " \"(?P<method>[^ \"]*)(?: (?P<path>[^ \"]*))?(?: (?P<protocol>[^\"]*))?\"$");
    add(
        "klog",
        "klog, the log of Kubernetes components",
        "MMdd HH:mm:ss.SSSSSS",
        false,
        false,
        "^(?P<level>[IWEF])(?P<time>\\d{4} \\d{2}:\\d{2}:\\d{2}\\.\\d{6}) +(?P<thread>\\d+)"
            + " (?P<file>[^:\\]]+):(?P<line>\\d+)\\] (?P<message>.*)$");
    ALL.put(
        "log4j",
        new Preset(
            "log4j",
            "Log4j, Logback: %d [%t] %-5p %c - %m%n, or %d %-5p [%t] %c - %m%n, or without %t",
            null,
            false,
            true,
            "^\\d{4}-\\d{2}-\\d{2}[ T]\\d{2}:",
            List.of(
                LOG4J_TIME + "\\[(?P<thread>[^\\]]*)\\] +(?P<level>[A-Z]+) +" + LOG4J_TEXT,
                LOG4J_TIME + "(?P<level>[A-Z]+) +(?:\\[(?P<thread>[^\\]]*)\\] +)?" + LOG4J_TEXT)));
  }

  private static void add(
      String name,
      String software,
      @Nullable String timeFormat,
      boolean hasZone,
      boolean hasYear,
      String pattern) {
    ALL.put(name, new Preset(name, software, timeFormat, hasZone, hasYear, null, List.of(pattern)));
  }

  private Presets() {}

  /** All of them, by name. */
  public static Map<String, Preset> all() {
    return ALL;
  }
}
