/** Where events come from: files, standard input, sockets, a generator. */
@NullMarked
package io.drey.jobs.source;

import org.jspecify.annotations.NullMarked;
