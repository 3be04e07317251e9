// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** The jar has what a pipeline needs, and nothing that Flink has in another version. */
class JobJarITCase {
  private static final String RELOCATED = "io/drey/job/relocated/";

  @Test
  void holdsWhatAPipelineNeeds() throws IOException {
    assertThat(entries())
        .contains(
            "io/drey/jobs/cli/job/JobMain.class",
            "io/drey/operators/deduplicate/Deduplicate.class",
            "com/fasterxml/jackson/databind/JsonNode.class",
            "com/google/re2j/Pattern.class",
            "org/apache/flink/connector/kafka/source/KafkaSource.class",
            "org/apache/kafka/clients/producer/KafkaProducer.class",
            "org/jspecify/annotations/Nullable.class",
            RELOCATED + "commons/jexl3/JexlEngine.class",
            RELOCATED + "commons/text/similarity/LevenshteinDistance.class",
            RELOCATED + "commons/lang3/StringUtils.class",
            RELOCATED + "commons/compress/compressors/CompressorInputStream.class",
            RELOCATED + "snakeyaml/v2/api/Load.class",
            "META-INF/LICENSE",
            "META-INF/NOTICE",
            "META-INF/licenses/protobuf.txt",
            "META-INF/licenses/re2j.txt",
            "META-INF/licenses/zstd.txt",
            "META-INF/licenses/zstd-jni.txt");
  }

  @Test
  void leavesToFlinkWhatIsFlinks() throws IOException {
    assertThat(entries())
        .noneMatch(
            name ->
                name.matches(
                    "(org/apache/(commons|flink(?!/connector|/streaming/(connectors|util))|logging)|org/(snakeyaml|slf4j|rocksdb|forstdb)"
                        + "|com/esotericsoftware|com/github/victools)/.*\\.class"))
        .doesNotContain(
            "META-INF/services/org.apache.flink.metrics.reporter.MetricReporterFactory",
            "META-INF/services/org.apache.flink.runtime.rpc.RpcSystemLoader",
            "simplelogger.properties",
            "module-info.class");
  }

  @Test
  void namesItsMainClass() throws IOException {
    try (JarFile jar = new JarFile(System.getProperty("drey.job.jar"))) {
      assertThat(jar.getManifest().getMainAttributes().getValue("Main-Class"))
          .isEqualTo("io.drey.jobs.cli.job.JobMain");
    }
  }

  private static List<String> entries() throws IOException {
    try (JarFile jar = new JarFile(System.getProperty("drey.job.jar"))) {
      return jar.stream().map(ZipEntry::getName).toList();
    }
  }
}
