package io.tanheng.server.foundation.identity;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.tanheng.server.foundation.identity.Sessions.Live;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The way in and out: log-in, log-out, password, set-up of the first administrator.
@RestController
class SessionController {
  private final Sessions sessions;
  private final Setup setup;
  private final IdentityMode mode;
  private final ObjectProvider<EnterpriseDirectory> enterprises;

  SessionController(
      Sessions sessions,
      Setup setup,
      IdentityMode mode,
      ObjectProvider<EnterpriseDirectory> enterprises) {
    this.sessions = sessions;
    this.setup = setup;
    this.mode = mode;
    this.enterprises = enterprises;
  }

  record LogInRequest(
      @NotBlank @Size(max = 64) String login, @NotNull @Size(min = 1, max = 512) String password) {}

  record ChangePasswordRequest(
      @NotNull @Size(min = 1, max = 512) String current,
      @JsonProperty("new") @NotNull @Size(min = 1, max = 512) String next) {}

  record SetupRequest(
      @NotBlank @Size(max = 128) String token,
      @NotBlank @Size(max = 64) String login,
      @NotBlank @Size(max = 100) String name,
      @NotNull @Size(min = 1, max = 512) String password) {}

  @GetMapping("/api/v1/session")
  @Permission(Right.ANYONE)
  SessionResponse show(HttpServletRequest request) {
    return response(PermissionInterceptor.live(request).orElse(null));
  }

  @PostMapping(path = "/api/v1/session", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Permission(Right.ANYONE)
  SessionResponse logIn(
      @Valid @RequestBody LogInRequest body,
      HttpServletRequest request,
      HttpServletResponse response) {
    Live live =
        sessions.logIn(
            body.login(),
            body.password(),
            request.getRemoteAddr(),
            SessionCookie.read(request).orElse(null));
    SessionCookie.write(request, response, live.token());
    return response(live);
  }

  @DeleteMapping("/api/v1/session")
  @Permission(Right.SIGNED_IN)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void logOut(Live session, HttpServletRequest request, HttpServletResponse response) {
    sessions.logOut(session, request.getRemoteAddr());
    SessionCookie.clear(request, response);
  }

  @PostMapping(path = "/api/v1/session/password", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Permission(Right.SIGNED_IN)
  SessionResponse changePassword(
      Live session,
      @Valid @RequestBody ChangePasswordRequest body,
      HttpServletRequest request,
      HttpServletResponse response) {
    Live live =
        sessions.changePassword(session, body.current(), body.next(), request.getRemoteAddr());
    SessionCookie.write(request, response, live.token());
    return response(live);
  }

  @PostMapping(path = "/api/v1/setup", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Permission(Right.ANYONE)
  SessionResponse setUp(
      @Valid @RequestBody SetupRequest body,
      HttpServletRequest request,
      HttpServletResponse response) {
    setup.createAdministrator(body.token(), body.login(), body.name(), body.password());
    Live live =
        sessions.logIn(
            body.login(),
            body.password(),
            request.getRemoteAddr(),
            SessionCookie.read(request).orElse(null));
    SessionCookie.write(request, response, live.token());
    return response(live);
  }

  private SessionResponse response(@Nullable Live live) {
    if (live == null) {
      return new SessionResponse(
          null, null, List.of(), List.of(), List.of(), mode.isDemo(), setup.isNeeded());
    }
    Account account = live.account();
    Grants grants = account.grants();
    return new SessionResponse(
        new SessionResponse.AccountPart(
            account.id().value(),
            account.login(),
            account.name(),
            account.locale(),
            account.mustChangePassword()),
        live.csrf(),
        grants.isAdministrator() ? List.of(Role.IT_ADMIN) : List.of(),
        List.copyOf(grants.anywhere()),
        enterprises.getObject().list(grants.enterprises()).stream()
            .map(entry -> part(entry, grants))
            .toList(),
        mode.isDemo(),
        false);
  }

  private static SessionResponse.EnterprisePart part(
      EnterpriseDirectory.Entry entry, Grants grants) {
    return new SessionResponse.EnterprisePart(
        entry.id().value(),
        entry.name(),
        List.copyOf(grants.rolesAt(entry.id())),
        List.copyOf(grants.at(entry.id())),
        entry.sector(),
        entry.methods(),
        entry.years());
  }
}
