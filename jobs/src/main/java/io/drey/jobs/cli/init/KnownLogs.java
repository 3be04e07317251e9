// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.cli.init;

import io.drey.jobs.source.format.pattern.Preset;
import io.drey.jobs.source.format.pattern.Presets;
import java.util.ArrayList;
import java.util.List;

/** The logs in text that are known: the presets, and some that have none. */
final class KnownLogs {
  private static final String DATE = "\\d{4}-\\d{2}-\\d{2}";
  private static final String SYSLOG_TEXT =
      " (?P<host>\\S+) (?:(?P<app>[^\\s:\\[]+)(?:\\[(?P<pid>[^\\]]*)\\])?: ?)?(?P<message>.*)$";
  private static final String REQUEST =
      "(?P<client>\\S+) \\S+ (?P<user>\\S+) \\[(?P<time>[^\\]]+)\\] \"(?P<method>\\S+)"
          + " (?P<path>\\S+)[^\"]*\" (?P<status>\\d{3}) (?P<bytes>\\d+|-)";

  private static final List<Candidate> OTHERS =
      List.of(
          Candidate.text(
              "log of containers (CRI)",
              "^(?P<time>"
                  + DATE
                  + "T\\S+) (?P<stream>stdout|stderr) (?P<part>[FP]) (?P<message>.*)$"),
          Candidate.text(
              "syslog in its traditional format, also without a program",
              "^(?:<(?P<priority>\\d{1,3})>)?(?P<time>[A-Z][a-z]{2} +\\d{1,2} \\d{2}:\\d{2}:\\d{2})"
                  + SYSLOG_TEXT),
          Candidate.text(
              "syslog with times in ISO-8601", "^(?P<time>" + DATE + "T\\S+)" + SYSLOG_TEXT),
          Candidate.text(
              "access log in the combined format with more behind it",
              "^" + REQUEST + " \"(?P<referrer>[^\"]*)\" \"(?P<agent>[^\"]*)\" (?P<more>.*)$"),
          Candidate.text(
              "access log in the common format with a virtual host before it",
              "^(?P<vhost>\\S+) " + REQUEST + "(?: (?P<more>.*))?$"),
          Candidate.text(
              "error log of Apache httpd",
              "^\\[(?P<time>[A-Z][a-z]{2} [A-Z][a-z]{2} +\\d{1,2} [\\d:.]+ \\d{4})\\]"
                  + " \\[(?P<module>[^\\]:]*):(?P<level>[^\\]]+)\\] \\[pid (?P<pid>\\d+)"
                  + "(?::tid (?P<tid>\\d+))?\\](?: \\[client (?P<client>[^\\]]+)\\])?"
                  + " (?P<message>.*)$"),
          Candidate.text(
              "error log of nginx",
              "^(?P<time>\\d{4}/\\d{2}/\\d{2} \\d{2}:\\d{2}:\\d{2}) \\[(?P<level>[a-z]+)\\]"
                  + " (?P<pid>\\d+)#(?P<tid>\\d+): (?:\\*(?P<connection>\\d+) )?(?P<message>.*)$"),
          Candidate.text(
              "access log of AWS load balancers",
              "^(?P<type>https?|h2|grpcs|wss?) (?P<time>\\S+) (?P<elb>\\S+)"
                  + " (?P<client>\\S+):(?P<client_port>\\d+) (?P<target>\\S+)"
                  + " (?P<request_s>-?[\\d.]+) (?P<target_s>-?[\\d.]+) (?P<response_s>-?[\\d.]+)"
                  + " (?P<status>\\d+|-) (?P<target_status>\\d+|-) (?P<received>\\d+)"
                  + " (?P<sent>\\d+) \"(?P<method>\\S+) (?P<url>\\S+) (?P<protocol>[^\"]*)\""
                  + " \"(?P<agent>[^\"]*)\" (?P<more>.*)$"),
          Candidate.text(
              "log of the JVM (-Xlog)",
              "^\\[(?P<time>"
                  + DATE
                  + "T[^\\]]+)\\](?:\\[(?P<uptime>[\\d.]+)s\\])?"
                  + "\\[(?P<level>[a-z]+) *\\]\\[(?P<tags>[^\\]]+)\\] ?(?P<message>.*)$"),
          Candidate.text(
              "log of the JVM (-Xlog), with the time since its start",
              "^\\[(?P<uptime>[\\d.]+)s\\]\\[(?P<level>[a-z]+) *\\]\\[(?P<tags>[^\\]]+)\\]"
                  + " ?(?P<message>.*)$"),
          Candidate.multiline(
              "log of PostgreSQL",
              "^(?P<time>"
                  + DATE
                  + " [\\d:.]+ [A-Z]{3,4}) \\[(?P<pid>\\d+)\\] (?P<context>[^ :]+ )?"
                  + "(?P<level>[A-Z]+\\d?): +(?P<message>.*)$",
              "^" + DATE + " "));

  private KnownLogs() {}

  /** All, those that tell more first. */
  static List<Candidate> all() {
    List<Candidate> all = new ArrayList<>();
    for (Preset preset : Presets.all().values()) {
      all.add(Candidate.text("pattern " + preset.name() + ", " + preset.software(), preset.name()));
    }
    all.addAll(OTHERS);
    return all;
  }
}
