// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.sample;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.util.FlinkUserCodeClassLoaders;

/** The classes of the tests and their jobs as if they were in jars of {@code --jar}. */
public final class JobClassPath {
  private JobClassPath() {}

  /**
   * Runs something with them.
   *
   * @param first where other classes are, which come before them
   */
  public static <T> T within(Callable<T> work, URL... first) throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader classes = loader(before, first)) {
      thread.setContextClassLoader(classes);
      return work.call();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static URLClassLoader loader(ClassLoader parent, URL... first) {
    List<URL> urls = new ArrayList<>(List.of(first));
    urls.add(JobClassPath.class.getProtectionDomain().getCodeSource().getLocation());
    return FlinkUserCodeClassLoaders.create(
        urls.toArray(URL[]::new),
        parent,
        Configuration.fromMap(Map.of(CoreOptions.CHECK_LEAKED_CLASSLOADER.key(), "false")));
  }
}
