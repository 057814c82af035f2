; The installer of Windows, for one user and without an administrator. Made by ``make package-windows``
; (tools/package_windows.py), which says VERSION, BUILT (the folder) and TARGET (the installer).

Unicode true
SetCompressor /SOLID lzma
ManifestDPIAware true
RequestExecutionLevel user

!include "MUI2.nsh"
!include "FileFunc.nsh"
!include "LogicLib.nsh"
!include "WinVer.nsh"
!include "x64.nsh"

!define NAME "Дорожная карта методиста"
!define ID "roadmap-desktop"
!define FILE_TYPE "${ID}.roadmap"
!define CLASSES "Software\Classes"
!define ENTRY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${ID}"
!define SHORTCUT "$SMPROGRAMS\${NAME}.lnk"
; The oldest Windows 10 that Qt supports, 1809.
!define OLDEST_BUILD 17763

Name "${NAME}"
OutFile "${TARGET}"
InstallDir "$LOCALAPPDATA\Programs\${ID}"
; Where it is installed already, the newer one comes into its place.
InstallDirRegKey HKCU "${ENTRY}" "InstallLocation"
BrandingText "${NAME} ${VERSION}"
; NSIS's own sentences put the name into them as it stands, which Russian does not bear.
Caption "Установка программы «${NAME}»"
UninstallCaption "Удаление программы «${NAME}»"

VIProductVersion "${VERSION}.0"
!define LANG_RUSSIAN_VERSION 1049
VIAddVersionKey /LANG=${LANG_RUSSIAN_VERSION} "ProductName" "${NAME}"
VIAddVersionKey /LANG=${LANG_RUSSIAN_VERSION} "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=${LANG_RUSSIAN_VERSION} "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=${LANG_RUSSIAN_VERSION} "FileDescription" "Установка программы «${NAME}»"
VIAddVersionKey /LANG=${LANG_RUSSIAN_VERSION} "CompanyName" "roadmap_desktop contributors"
VIAddVersionKey /LANG=${LANG_RUSSIAN_VERSION} "LegalCopyright" "Лицензия MIT"

!define MUI_ICON "..\resources\icons\app.ico"
!define MUI_UNICON "..\resources\icons\app.ico"
!define MUI_WELCOMEPAGE_TITLE "${NAME}"
!define MUI_WELCOMEPAGE_TEXT "Версия ${VERSION}.$\r$\n$\r$\nПрограмма ставится только для вас: права администратора не нужны, других пользователей это не затронет.$\r$\n$\r$\nЕсли программа уже стоит, она обновится. Дорожные карты, настройки и резервные копии останутся как есть."
!define MUI_FINISHPAGE_TITLE "Программа установлена"
!define MUI_FINISHPAGE_RUN "$INSTDIR\${ID}.exe"
!define MUI_FINISHPAGE_RUN_TEXT "Открыть программу"
!define MUI_FINISHPAGE_TEXT "Программа есть в меню «Пуск». Дорожные карты открываются двойным щелчком."
!define MUI_UNCONFIRMPAGE_TEXT_TOP "Будет удалена только программа. Дорожные карты, настройки и резервные копии останутся."

!insertmacro MUI_PAGE_WELCOME
!define MUI_PAGE_HEADER_TEXT "Установка"
!define MUI_PAGE_HEADER_SUBTEXT "Файлы программы копируются. Это займёт около минуты."
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!define MUI_PAGE_HEADER_TEXT "Удаление"
!define MUI_PAGE_HEADER_SUBTEXT "Программа будет удалена с этого компьютера."
!insertmacro MUI_UNPAGE_CONFIRM
!define MUI_PAGE_HEADER_TEXT "Удаление"
!define MUI_PAGE_HEADER_SUBTEXT "Файлы программы удаляются."
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Russian"

; A program that runs cannot be written to, so neither can it be replaced.
!macro REFUSE_WHILE_OPEN FILE
  ${Do}
    ${IfNot} ${FileExists} "${FILE}"
      ${ExitDo}
    ${EndIf}
    ClearErrors
    FileOpen $0 "${FILE}" a
    ${IfNot} ${Errors}
      FileClose $0
      ${ExitDo}
    ${EndIf}
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "Программа «${NAME}» открыта.$\r$\n$\r$\nЗакройте все её окна и нажмите «Повторить». Всё, что вы внесли, уже сохранено." /SD IDCANCEL IDRETRY +2
    Abort "Программа открыта. Ничего не изменено. Закройте её и повторите."
  ${Loop}
!macroend

!macro REFUSE_WHILE_RUNNING
  !insertmacro REFUSE_WHILE_OPEN "$INSTDIR\${ID}.exe"
  !insertmacro REFUSE_WHILE_OPEN "$INSTDIR\${ID}-cli.exe"
!macroend

!macro TELL_THE_DESKTOP
  System::Call "shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)" ; SHCNE_ASSOCCHANGED
!macroend

Function .onInit
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastBuild} ${OLDEST_BUILD}
    MessageBox MB_OK|MB_ICONSTOP "Нужна 64-разрядная Windows 10 (1809 или новее) или Windows 11. Ничего не изменено." /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
FunctionEnd

Section
  !insertmacro REFUSE_WHILE_RUNNING
  SetOutPath "$INSTDIR"
  ; What an older version had and this one has not would stay otherwise.
  RMDir /r "$INSTDIR\_internal"
  File /r "${BUILT}\*"
  WriteUninstaller "$INSTDIR\uninstall.exe"

  CreateShortcut "${SHORTCUT}" "$INSTDIR\${ID}.exe"
  WriteRegStr HKCU "${CLASSES}\${FILE_TYPE}" "" "Дорожная карта"
  WriteRegStr HKCU "${CLASSES}\${FILE_TYPE}\DefaultIcon" "" "$INSTDIR\${ID}.exe,0"
  WriteRegStr HKCU "${CLASSES}\${FILE_TYPE}\shell\open\command" "" '"$INSTDIR\${ID}.exe" "%1"'
  WriteRegStr HKCU "${CLASSES}\.roadmap" "" "${FILE_TYPE}"
  WriteRegStr HKCU "${CLASSES}\.roadmap\OpenWithProgids" "${FILE_TYPE}" ""
  !insertmacro TELL_THE_DESKTOP

  WriteRegStr HKCU "${ENTRY}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${ENTRY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${ENTRY}" "DisplayIcon" "$INSTDIR\${ID}.exe"
  WriteRegStr HKCU "${ENTRY}" "Publisher" "roadmap_desktop contributors"
  WriteRegStr HKCU "${ENTRY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${ENTRY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${ENTRY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${ENTRY}" "NoModify" 1
  WriteRegDWORD HKCU "${ENTRY}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${ENTRY}" "EstimatedSize" $0
SectionEnd

Section "Uninstall"
  !insertmacro REFUSE_WHILE_RUNNING
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\${ID}.exe"
  Delete "$INSTDIR\${ID}-cli.exe"
  Delete "$INSTDIR\versions.txt"
  Delete "$INSTDIR\sha256.txt"
  Delete "$INSTDIR\uninstall.exe"
  ; Only when nothing else lies there.
  RMDir "$INSTDIR"

  Delete "${SHORTCUT}"
  DeleteRegKey HKCU "${ENTRY}"
  DeleteRegKey HKCU "${CLASSES}\${FILE_TYPE}"
  DeleteRegValue HKCU "${CLASSES}\.roadmap\OpenWithProgids" "${FILE_TYPE}"
  ; Another program may have taken the files over since.
  ReadRegStr $0 HKCU "${CLASSES}\.roadmap" ""
  ${If} $0 == "${FILE_TYPE}"
    DeleteRegValue HKCU "${CLASSES}\.roadmap" ""
  ${EndIf}
  DeleteRegKey /ifempty HKCU "${CLASSES}\.roadmap\OpenWithProgids"
  DeleteRegKey /ifempty HKCU "${CLASSES}\.roadmap"
  !insertmacro TELL_THE_DESKTOP
SectionEnd
